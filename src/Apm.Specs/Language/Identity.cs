namespace Apm.Specs;

/// <summary>The ids in a spec: its own, and those of its API and its base.</summary>
internal sealed record Identity(ScalarSyntax? Apm, ScalarSyntax? Api, ScalarSyntax? Extends)
{
    public static Identity OfSyntax(MappingSyntax root) => new(Value(root, "apm"), Value(root, "api"), Value(root, "extends"));

    // A spec that is not YAML yet still has an id, so that what is generated from it does not vanish while it is typed.
    public static Identity OfText(TextLines lines)
    {
        ScalarSyntax? apm = null, api = null, extends = null;
        for (var line = 0; line < lines.Count && lines.Text.Length <= TextGuards.MaxLength; line++)
        {
            apm ??= Value(lines, line, "apm:");
            api ??= Value(lines, line, "api:");
            extends ??= Value(lines, line, "extends:");
        }

        return new Identity(apm, api, extends);
    }

    private static ScalarSyntax? Value(MappingSyntax root, string key) =>
        root.Find(key)?.Value is ScalarSyntax { IsNull: false } scalar && scalar.Value.Trim().Length > 0 ? scalar : null;

    private static ScalarSyntax? Value(TextLines lines, int line, string key)
    {
        var start = lines.Start(line);
        var end = lines.End(line);
        if (end - start <= key.Length
            || string.CompareOrdinal(lines.Text, start, key, 0, key.Length) != 0
            || lines.Text[start + key.Length] is not (' ' or '\t'))
        {
            return null;
        }

        var text = lines.Text.Substring(start + key.Length, end - start - key.Length);
        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        var value = (comment < 0 ? text : text.Substring(0, comment)).Trim();
        var at = lines.Text.IndexOf(value, start + key.Length, StringComparison.Ordinal);
        value = value.Trim('\'', '"');
        return value.Length == 0 ? null : new ScalarSyntax(value, ScalarStyle.Plain, lines.Span(at, at + value.Length));
    }
}
