namespace Apm.Specs;

/// <summary>Values of a field, or statuses: each becomes a name in C#.</summary>
internal static class ValueList
{
    public const int MaxValues = 500;
    private const int MaxLength = 250;

    /// <summary>The texts of a list that are not too many and not too long; the others are reported.</summary>
    public static List<ScalarSyntax> Read(SpecValue entry)
    {
        var values = entry.Texts();
        if (values.Count > MaxValues)
        {
            entry.Diagnostics.Add(SpecDescriptors.TooMuch, values[MaxValues].Span, $"the list has more than {MaxValues} values: remove the others");
            values.RemoveRange(MaxValues, values.Count - MaxValues);
        }

        foreach (var value in values.Where(value => !IsShort(value)))
        {
            entry.Diagnostics.Add(SpecDescriptors.TooMuch, value.Span, $"the value has more than {MaxLength} characters: shorten it");
        }

        values.RemoveAll(value => !IsShort(value));
        return values;
    }

    private static bool IsShort(ScalarSyntax value) => value.Value.Length <= MaxLength;
}
