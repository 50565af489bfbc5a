namespace Apm.Specs;

/// <summary>Fields that an author wrote within each other. This is reported once; the fields are then read as if they had paths with dots.</summary>
/// <param name="facets">The keys that a field can have.</param>
/// <param name="report">The diagnostics of the file.</param>
internal sealed class FieldTreeSyntax(FacetTable facets, DiagnosticBag report)
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);
    private bool _isReported;

    /// <summary>The entry itself, or the fields within it.</summary>
    public IEnumerable<MappingEntry> Flatten(MappingEntry entry)
    {
        if (entry.Value is not MappingSyntax { } fields || !IsTree(fields))
        {
            return _paths.Add(entry.Key.Value) ? [entry] : [];
        }

        var flat = Fields(entry.Key, fields).ToList();
        if (!_isReported)
        {
            _isReported = true;
            report.Add(
                SpecDescriptors.WrongKind,
                entry.Key.Span,
                $"{MessageText.Of(entry.Key.Value)} contains other fields: write each field on a line of its own, with its path with dots, "
                    + $"such as {MessageText.Plain(flat[0].Key.Value)}: {{ type: string }}");
        }

        return flat.Where(field => _paths.Add(field.Key.Value));
    }

    private IEnumerable<MappingEntry> Fields(ScalarSyntax parent, MappingSyntax fields)
    {
        foreach (var entry in fields.Entries)
        {
            if (entry.Value is MappingSyntax { } inner)
            {
                var key = new ScalarSyntax(parent.Value + "." + entry.Key.Value, ScalarStyle.Plain, entry.Key.Span);
                foreach (var field in IsTree(inner) ? Fields(key, inner) : [entry with { Key = key }])
                {
                    yield return field;
                }
            }
        }
    }

    // A value of a key is never a mapping, so a mapping with keys of a field is a field.
    private bool IsTree(MappingSyntax field) =>
        field.Entries.Any(entry => entry.Value is MappingSyntax inner
            && ForeignWords.InsteadOfKey(facets.Keys.What, entry.Key.Value) is null
            && (inner.Entries.Any(key => facets.Keys.Has(key.Key.Value)) || IsTree(inner)));
}
