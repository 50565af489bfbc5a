namespace Apm.Specs;

/// <summary><c>pattern</c>: a regular expression for the whole value.</summary>
internal sealed class PatternFacet()
    : Facet<CheckedPattern>("pattern", "a regular expression for the whole value in single quotes, such as '[A-Za-z0-9]*'", FieldType.String)
{
    public override string Schema => """
        { "$ref": "#/definitions/text", "description": "A regular expression for the whole value, in single quotes.", "examples": ["[A-Za-z0-9]*"] }
        """;

    /// <summary>The model of a pattern. It depends on whether the length of the field excludes the empty text.</summary>
    public static PatternModel? Model(CheckedPattern? pattern, FieldDeclaration field) =>
        pattern?.ToModel(isNeverEmpty: field.Value(Facets.Length)?.Min >= 1);

    protected override CheckedPattern? Read(SpecValue value, FieldSource source) => Parse(value);

    /// <summary>Null if the text is not a pattern, which is reported.</summary>
    public static CheckedPattern? Parse(SpecValue value)
    {
        if (value.Scalar() is not { } text)
        {
            return null;
        }

        try
        {
            return CheckedPattern.Parse(text.Value);
        }
        catch (PatternException problem)
        {
            value.Diagnostics.Add(SpecDescriptors.Pattern, Within(text, problem.Offset), "the pattern cannot be used: " + problem.Message);
            return null;
        }
    }

    protected override CheckedPattern? Narrow(CheckedPattern own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) is not { } inherited || own.Characters.FirstOutside(inherited.Characters) is not { } outside)
        {
            return own;
        }

        narrowing.ReportWider(
            this,
            $"the pattern allows {MessageText.Of(outside.ToString())}, but not the pattern of {narrowing.Rules.BaseName}",
            "remove this character from the pattern");
        return null;
    }

    protected override string? Problem(CheckedPattern constraint, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        constraint.IsMatch(value.Value) ? null : "its pattern does not allow it";

    protected override FieldModel Project(CheckedPattern value, FieldModel model, FieldDeclaration field, string ownId) =>
        model with { Pattern = Model(value, field) };

    // The place of a character is known only if the file contains the text without escapes and line breaks.
    private static SpecSpan Within(ScalarSyntax text, int offset)
    {
        var quote = text.Style switch { ScalarStyle.Plain => 0, ScalarStyle.SingleQuoted => 1, _ => -1 };
        var span = text.Span;
        return quote < 0 || span.Length != text.Value.Length + (2 * quote) || offset >= text.Value.Length
            ? span
            : new SpecSpan(span.Start + quote + offset, 1, span.Line, span.Column + quote + offset, span.Line, span.Column + quote + offset + 1);
    }
}

/// <param name="Text">As the author wrote it.</param>
/// <param name="Regex">The same pattern for .NET, anchored at both ends. It runs without backtracking.</param>
/// <param name="Characters">The allowed characters in ordinal order, if the pattern is one class that is repeated any number of times; otherwise null.</param>
public sealed record PatternModel(string Text, string Regex, string? Characters);

public sealed partial record FieldModel
{
    /// <summary>The pattern that the whole text must match.</summary>
    public PatternModel? Pattern { get; init; }
}
