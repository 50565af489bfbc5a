namespace Apm.Specs;

/// <summary>Reads the signed text: literal text and parts in braces, such as <c>{method} {path}</c>.</summary>
internal static class SignatureTemplate
{
    private const string HeaderStart = "header.";
    private const int MaxLength = 500;

    private static readonly string[] s_names = ["method", "path", "time", "body", "header.Name"];

    /// <returns>Null where something is wrong.</returns>
    public static EquatableArray<SignaturePartModel>? Read(SpecValue entry)
    {
        // Blanks and line breaks at the ends are part of the text.
        if (entry.Scalar() is not { } scalar)
        {
            return null;
        }

        var (text, report) = (scalar.Value, entry.Diagnostics);
        if (text.Length > MaxLength)
        {
            report.Add(SpecDescriptors.TooMuch, scalar.Span, $"'{entry.Name}' must have at most {MaxLength} characters");
            return null;
        }

        var parts = new List<SignaturePartModel>();
        for (var at = 0; at < text.Length;)
        {
            var brace = text.IndexOfAny(['{', '}'], at);
            var end = brace < 0 ? text.Length : brace;
            if (end > at)
            {
                parts.Add(new SignaturePartModel(SignaturePart.Text, text.Substring(at, end - at)));
            }

            if (brace < 0)
            {
                break;
            }

            var close = text[brace] == '{' ? text.IndexOf('}', brace) : -1;
            if (close < 0)
            {
                report.Add(SpecDescriptors.WrongKind, scalar.Span, $"a brace is never {(text[brace] == '{' ? "closed" : "opened")}: write {entry.Hint}");
                return null;
            }

            var name = text.Substring(brace + 1, close - brace - 1);
            if (Part(name) is not { } part)
            {
                report.Add(
                    SpecDescriptors.UnknownName,
                    scalar.Span,
                    $"'{{{MessageText.Plain(name)}}}' is not a part of a message: "
                        + report.Suggestions.DidYouMean(name, s_names, "write one of " + string.Join(", ", s_names.Select(known => $"{{{known}}}"))));
                return null;
            }

            parts.Add(part);
            at = close + 1;
        }

        return parts.ToEquatableArray();
    }

    private static SignaturePartModel? Part(string name) => name switch
    {
        "method" => new(SignaturePart.Method, ""),
        "path" => new(SignaturePart.Path, ""),
        "time" => new(SignaturePart.Time, ""),
        "body" => new(SignaturePart.Body, ""),
        _ => name.StartsWith(HeaderStart, StringComparison.Ordinal) && name.Length > HeaderStart.Length
            ? new(SignaturePart.Header, name.Substring(HeaderStart.Length))
            : null,
    };
}
