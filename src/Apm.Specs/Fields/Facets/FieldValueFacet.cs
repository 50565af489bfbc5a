namespace Apm.Specs;

/// <summary>A key whose value is a value of the field. <see cref="FieldValueCheck"/> checks it against the other keys.</summary>
internal abstract class FieldValueFacet(string name, string hint)
    : Facet<ScalarSyntax>(
        name,
        hint,
        FieldType.String,
        FieldType.Enum,
        FieldType.Url,
        FieldType.Currency,
        FieldType.Country,
        FieldType.Language,
        FieldType.Locale,
        FieldType.Integer,
        FieldType.MinorUnits,
        FieldType.Decimal,
        FieldType.Boolean)
{
    protected override ScalarSyntax? Read(SpecValue value, FieldSource source) => value.Scalar();

    protected override ScalarSyntax? Check(ScalarSyntax value, FieldType type, CurrencyNames currencies, DiagnosticBag report)
    {
        if (type != FieldType.Boolean)
        {
            return value;
        }

        if (YamlBoolean.IsQuoted(value))
        {
            report.Add(SpecDescriptors.WrongKind, value.Span, YamlBoolean.QuotedMessage(value));
        }

        return YamlBoolean.Normalize(value);
    }
}
