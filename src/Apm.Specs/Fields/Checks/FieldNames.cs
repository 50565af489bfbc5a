namespace Apm.Specs;

/// <summary>Checks the names in the constants of a body, and what they fit.</summary>
internal static class FieldNames
{
    /// <param name="fields">The fields of a body.</param>
    /// <param name="file">The file whose fields are reported.</param>
    /// <param name="scope">The names that are known in the body.</param>
    /// <param name="report">The diagnostics of the file.</param>
    public static void Check(IReadOnlyList<ResolvedField> fields, string file, NameScope scope, DiagnosticBag report)
    {
        foreach (var field in fields)
        {
            // A member of a type is checked where the type is declared.
            if (field.Facts.File != file
                || field.Facts.Path != field.Facts.Key.Value
                || field.Facts.KeyOf(Facets.Const) is null
                || field.Facts.Value(Facets.Const) is not { } constant
                || !ConstChecker.IsName(constant.Value)
                || ValueName.OfConstant(constant) is not { } name)
            {
                continue;
            }

            if (scope.Problem(name, NameScope.InConstant, report.Suggestions) is var (rule, message))
            {
                report.Add(rule, constant.Span, message);
            }
            else if ((name == ValueName.PaymentValue) != (field.Type == FieldType.Money))
            {
                report.Add(
                    SpecDescriptors.WrongKind,
                    constant.Span,
                    field.Type == FieldType.Money
                        ? $"{constant.Value} is a text, and the field is money: write {NameScope.InConstant(ValueName.PaymentValue)}"
                        : $"{constant.Value} is money: write type: money, const: {constant.Value}");
            }
        }
    }

    /// <summary>Reports fields that the client cannot know in a request that it sends by itself.</summary>
    public static void RequireConstants(IReadOnlyList<ResolvedField> fields, string operation, DiagnosticBag report)
    {
        foreach (var field in fields.Where(field =>
            field.Type is not (FieldType.Object or FieldType.List) && ConstChecker.FixedType(field.Facts) is null && field.Facts.Path == field.Facts.Key.Value))
        {
            report.Add(
                SpecDescriptors.NotApplicable,
                field.Facts.Key.Span,
                $"the client sends '{operation}' by itself, so its body has constants only: write 'const', such as const: $payment.id, or remove the field");
        }
    }
}
