namespace Apm.Specs;

internal static class UnknownKeys
{
    /// <param name="what">The mapping that has the key, with its article.</param>
    /// <returns>The key that was probably meant; null where none is near.</returns>
    public static string? Add(DiagnosticBag report, MappingSyntax parent, ScalarSyntax key, SpecNode value, string what, IEnumerable<string> known)
    {
        var isAlone = IsAlone(parent, value);
        if (isAlone && IsDigits(key) && IsAfterDigits(parent, key))
        {
            // The second group of 1,000,000.00, of which the first is reported.
            return null;
        }

        if (key.Value.FirstOrDefault(InvisibleCharacters.IsSpace) is var space and not '\0')
        {
            report.Add(
                SpecDescriptors.UnknownKey,
                key.Span,
                $"{MessageText.Of(key.Value)} is not a key of {what}: "
                    + $"the space {InvisibleCharacters.Name(space)} in it is not a plain space, so write a plain one");
            return null;
        }

        var foreign = ForeignWords.InsteadOfKey(what, key.Value);
        var near = foreign is null ? report.Suggestions.NearestTo(key.Value, known) : null;
        report.Add(
            SpecDescriptors.UnknownKey,
            key.Span,
            isAlone && near is null
                ? $"{MessageText.Of(key.Value)} is not a key of {what}; a comma ends a value here: "
                    + (IsDigits(key) ? "write a number without digit grouping, such as 8000 or 8000.50" : "quote the text")
                : $"{MessageText.Of(key.Value)} is not a key of {what}: {Instead(foreign, near, known)}");
        return near ?? known.FirstOrDefault(other => foreign == $"write '{other}'");
    }

    private static string Instead(string? foreign, string? near, IEnumerable<string> known) =>
        foreign ?? (near is null ? "its keys are " + MessageText.List(known) : $"did you mean {MessageText.Of(near)}?");

    private static bool IsAlone(MappingSyntax parent, SpecNode value) => parent.IsFlow && value is ScalarSyntax { IsNull: true, Span.Length: 0 };

    private static bool IsDigits(ScalarSyntax key) => key.Value.Length > 0 && char.IsDigit(key.Value[0]) && key.Value.All(c => char.IsDigit(c) || c == '.');

    private static bool IsAfterDigits(MappingSyntax parent, ScalarSyntax key) =>
        parent.Entries.TakeWhile(entry => entry.Key != key).LastOrDefault() is { } before && IsAlone(parent, before.Value) && IsDigits(before.Key);
}
