namespace Apm.Specs;

/// <summary><c>form</c>: how a number, a boolean or a time is written in JSON.</summary>
internal sealed class FormFacet() : Facet<ScalarSyntax>(
    "form",
    "text, or unix-seconds for a date-time",
    FieldType.Integer,
    FieldType.MinorUnits,
    FieldType.Decimal,
    FieldType.Boolean,
    FieldType.DateTime)
{
    public override string Schema => """
        {
          "description": "text: the number or the boolean is a text in JSON, such as \"5\" or \"true\". unix-seconds: the seconds since 1970.",
          "enum": ["text", "unix-seconds"],
          "examples": ["text"]
        }
        """;

    protected override ScalarSyntax? Read(SpecValue value, FieldSource source) => value.Choice<FieldForm>() is null ? null : value.Scalar();

    protected override ScalarSyntax? Narrow(ScalarSyntax own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this)?.Value == own.Value)
        {
            return own;
        }

        narrowing.ReportWider(this, $"the form {own.Value} is different from that", $"leave '{Name}' out");
        return null;
    }

    protected override ScalarSyntax? Check(ScalarSyntax value, FieldType type, CurrencyNames currencies, DiagnosticBag report)
    {
        var isTime = type == FieldType.DateTime;
        if (IsSeconds(value) == isTime)
        {
            return value;
        }

        report.Add(
            SpecDescriptors.NotApplicable,
            value.Span,
            isTime ? "a date-time is a text anyway: remove 'form', or write unix-seconds"
                : $"unix-seconds applies only to date-time; this field is of type {TypeFacet.Id(type)}: write text");
        return null;
    }

    protected override FieldModel Project(ScalarSyntax value, FieldModel model, FieldDeclaration field, string ownId) =>
        IsSeconds(value) ? model with { IsUnixSeconds = true } : model with { IsText = true };

    private static bool IsSeconds(ScalarSyntax value) => KebabCase.TryParse<FieldForm>(value.Value, out var form) && form == FieldForm.UnixSeconds;
}

/// <summary>The names are the words in specs, in kebab case.</summary>
internal enum FieldForm
{
    Text,
    UnixSeconds,
}

public sealed partial record FieldModel
{
    /// <summary>Whether a number or a boolean is a text in JSON.</summary>
    public bool IsText { get; init; }

    /// <summary>Whether a time is the number of seconds since 1970 in JSON.</summary>
    public bool IsUnixSeconds { get; init; }
}
