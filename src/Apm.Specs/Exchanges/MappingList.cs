namespace Apm.Specs;

/// <summary>Reads lists of mappings. An item of another kind is reported.</summary>
internal static class MappingList
{
    /// <param name="entry">A key with a list; null gives no items.</param>
    /// <param name="keys">The keys of each item.</param>
    /// <param name="max">How many items there may be.</param>
    public static IEnumerable<SpecMapping> Mappings(this SpecValue? entry, SpecKeySet keys, int max)
    {
        if (entry is null)
        {
            yield break;
        }

        var report = entry.Diagnostics;
        if (entry.Value is not SequenceSyntax list)
        {
            report.Add(SpecDescriptors.WrongKind, entry.Value.Span, $"'{entry.Name}' must be {entry.Hint}, not {SpecValue.KindOf(entry.Value)}");
            yield break;
        }

        if (list.Items.Count == 0)
        {
            entry.Empty();
        }

        if (list.Items.Count > max)
        {
            report.Add(SpecDescriptors.TooMuch, list.Items[max].Span, $"'{entry.Name}' has more than {max} items: remove the others");
        }

        foreach (var item in list.Items.Take(max))
        {
            if (item is MappingSyntax mapping)
            {
                yield return new SpecMapping(mapping, keys, report, mapping.Entries.FirstOrDefault()?.Key.Span ?? mapping.Span);
            }
            else
            {
                report.Add(SpecDescriptors.WrongKind, item.Span, $"{keys.What} must be a mapping, not {SpecValue.KindOf(item)}");
            }
        }
    }
}
