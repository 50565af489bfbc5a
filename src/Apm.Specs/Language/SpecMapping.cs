namespace Apm.Specs;

/// <summary>A mapping whose keys the language defines. The constructor reports other keys.</summary>
internal sealed class SpecMapping
{
    private readonly MappingSyntax _syntax;
    private readonly SpecKeySet _keys;

    // The values of misspelt keys, which are reported once and then read as the key that was meant.
    private readonly Dictionary<string, MappingEntry> _meant = new(StringComparer.Ordinal);

    // Several checks ask for the same key; its mistake is reported once.
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    /// <param name="place">Where a missing key is reported.</param>
    public SpecMapping(MappingSyntax syntax, SpecKeySet keys, DiagnosticBag report, SpecSpan place)
    {
        _syntax = syntax;
        _keys = keys;
        Diagnostics = report;
        Place = place;
        foreach (var entry in syntax.Entries.Where(entry => !keys.Has(entry.Key.Value)).TakeWhile(_ => !report.IsFull))
        {
            if (UnknownKeys.Add(report, syntax, entry.Key, entry.Value, keys.What, keys.Names) is { } near && EntryOf(near) is null)
            {
                _meant.Add(near, entry);
            }
        }
    }

    public DiagnosticBag Diagnostics { get; }

    public SpecSpan Place { get; }

    /// <summary>The location of each key.</summary>
    public IReadOnlyDictionary<string, SpecLocation> Places() =>
        _keys
            .Names.Select(EntryOf)
            .OfType<MappingEntry>()
            .GroupBy(entry => entry.Key.Value)
            .ToDictionary(entries => entries.Key, entries => Diagnostics.At(entries.First().Key.Span), StringComparer.Ordinal);

    public SpecSpan? KeySpan(string key) => EntryOf(key)?.Key.Span;

    /// <summary>The value of a key that may be missing. A key without a value is reported.</summary>
    public SpecValue? Find(string key)
    {
        if (EntryOf(key) is not { } entry)
        {
            return null;
        }

        if (entry.Value is ScalarSyntax { IsNull: true })
        {
            Missing(key, entry.Key.Span, $"'{key}' has no value: write {_keys.Hint(key)}");
            return null;
        }

        return new SpecValue(key, _keys.Hint(key), entry.Key, entry.Value, Diagnostics);
    }

    /// <summary>The value of a key that must be there.</summary>
    public SpecValue? Require(string key)
    {
        if (EntryOf(key) is null)
        {
            Missing(key, Place, $"{_keys.What} needs '{key}:', which is missing here: add {_keys.Hint(key)}");
        }

        return Find(key);
    }

    /// <returns>Null if the mapping does not have the key, or if the language does not have it here.</returns>
    public MappingEntry? EntryOf(string key) =>
        !_keys.Has(key) ? null : _syntax.Find(key) ?? (_meant.TryGetValue(key, out var meant) ? meant : null);

    private void Missing(string key, SpecSpan place, string message)
    {
        if (_reported.Add(key))
        {
            Diagnostics.Add(SpecDescriptors.MissingKey, place, message);
        }
    }
}
