namespace Apm.Specs;

internal static class UnknownKeys
{
    /// <param name="what">The mapping that has the key, with its article.</param>
    /// <returns>The key that was probably meant; null where none is near.</returns>
    public static string? Add(DiagnosticBag report, MappingSyntax parent, ScalarSyntax key, SpecNode value, string what, IEnumerable<string> known)
    {
        var near = report.Suggestions.NearestTo(key.Value, known);
        var isAlone = parent.IsFlow && value is ScalarSyntax { IsNull: true, Span.Length: 0 };
        report.Add(
            SpecDescriptors.UnknownKey,
            key.Span,
            isAlone && near is null
                ? $"{MessageText.Of(key.Value)} is not a key of {what}; a comma ends a value here: "
                    + (key.Value.All(char.IsDigit) ? "write a number without digit grouping" : "quote the text")
                : $"{MessageText.Of(key.Value)} is not a key of {what}: "
                    + (near is null ? "its keys are " + MessageText.List(known) : $"did you mean {MessageText.Of(near)}?"));
        return near;
    }
}
