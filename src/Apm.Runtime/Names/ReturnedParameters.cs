namespace Apm;

/// <summary>The parameters of the address at which a customer returned.</summary>
internal static class ReturnedParameters
{
    /// <param name="returned">A query string, or an address with one.</param>
    /// <returns>Without a value for a parameter that is there twice, because it is not known which one the gateway meant.</returns>
    public static IReadOnlyDictionary<string, string> Read(string returned)
    {
        var query = returned[(returned.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('#')[0];
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.Split('&'))
        {
            var equal = part.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equal < 0 ? part : part[..equal]);
            var value = equal < 0 ? "" : Decode(part[(equal + 1)..]);
            found[name] = found.ContainsKey(name) ? "" : value;
        }

        return found;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
