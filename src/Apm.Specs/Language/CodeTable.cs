namespace Apm.Specs;

/// <summary>Reads tables of codes, such as <c>"GER=DE GRE=GR"</c>. Upper and lower case of the first code are the same.</summary>
internal static class CodeTable
{
    public static IReadOnlyDictionary<string, string> Parse(params string[] tables)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in tables.SelectMany(table => table.Split(' ')))
        {
            var equals = entry.IndexOf('=');
            codes.Add(entry.Substring(0, equals), entry.Substring(equals + 1));
        }

        return codes;
    }
}
