namespace Apm.Specs;

/// <summary>The parameters of a query string.</summary>
public static class QueryText
{
    /// <summary>Names and values, decoded.</summary>
    /// <param name="query">With or without the question mark.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(string query) =>
    [
        .. query.TrimStart('?').Split('&').Where(part => part.Length > 0).Select(part =>
        {
            var equal = part.IndexOf('=');
            return equal < 0
                ? new KeyValuePair<string, string>(Decode(part), "")
                : new KeyValuePair<string, string>(Decode(part.Substring(0, equal)), Decode(part.Substring(equal + 1)));
        }),
    ];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
