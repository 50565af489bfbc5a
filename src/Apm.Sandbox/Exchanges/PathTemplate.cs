namespace Apm.Sandbox;

/// <summary>Compares an address with a template such as <c>/payments/{id}/refunds?expand=all</c>.</summary>
internal static class PathTemplate
{
    /// <param name="template">The path of an operation, with its query string.</param>
    /// <param name="address">The recorded path, with its query string.</param>
    /// <param name="fields">The names of fields that are sent in the query string.</param>
    public static bool Matches(string template, string address, IReadOnlyCollection<string> fields)
    {
        var (wanted, given) = (template.Split('?')[0].Split('/'), address.Split('?')[0].Split('/'));
        return QueryStrings.Match(Query(template), Query(address), fields)
            && wanted.Length == given.Length
            && wanted.Zip(given).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));
    }

    /// <summary>The query string of an address, with its question mark; empty if it has none.</summary>
    public static string Query(string address) => address.IndexOf('?', StringComparison.Ordinal) is >= 0 and var start ? address[start..] : "";
}
