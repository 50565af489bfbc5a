namespace Apm.Specs;

/// <summary>The fields that a rule may name. If they are in a list, the rule is checked for each of its items.</summary>
/// <param name="isApi">The request is that of an API file, in which a method may make some fields optional.</param>
/// <param name="fields">Of the request.</param>
internal sealed class RuleScope(FieldIndex fields, bool isApi, DiagnosticBag report)
{
    public const string PaymentValue = "$payment.value";
    public const string PaymentCurrency = "$payment.currency";
    public const string PaymentReference = "$payment.reference";

    private string? _list;

    /// <summary>The list whose items are checked one by one; null as long as no field is in a list.</summary>
    public string? List => _list;

    /// <summary>Finds the money whose currency is that of the payment.</summary>
    public FieldModel? FindMoneyOfPayment(ScalarSyntax name) =>
        fields.Payment is null ? NoPayment(name) : fields.Find(fields.Payment.Value) is { Type: FieldType.Money } money ? money : null;

    public FieldModel? Find(ScalarSyntax path)
    {
        if (path.Value is PaymentValue or PaymentReference)
        {
            return fields.Payment is null ? NoPayment(path)
                : fields.Find(path.Value == PaymentValue ? fields.Payment.Value : fields.Payment.Reference);
        }

        if (path.Value == PaymentCurrency)
        {
            report.Add(SpecDescriptors.NotApplicable, path.Span, $"{PaymentCurrency} applies only to conditions: write it under 'when'");
            return null;
        }

        if (fields.Find(path.Value) is not { } field)
        {
            report.Add(
                SpecDescriptors.UnknownName,
                path.Span,
                $"{MessageText.Of(path.Value)} is not a field of the request: "
                    + $"{report.Suggestions.DidYouMean(path.Value, fields.Names, "write the path of a field, as under 'fields'")}"
            );
            return null;
        }

        if (FieldPath.IsItem(path.Value))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                path.Span,
                $"{MessageText.Of(path.Value)} stands for all items of a list: name the list, or a member of its items");
            return null;
        }

        if (FieldPath.List(path.Value) is { } list)
        {
            if (list.Contains(FieldPath.Item) || (_list is not null && _list != list))
            {
                var other = _list ?? list.Substring(0, list.IndexOf(FieldPath.Item, StringComparison.Ordinal));
                report.Add(
                    SpecDescriptors.WrongKind,
                    path.Span,
                    $"{MessageText.Of(path.Value)} is in another list than {MessageText.Of(other)}: a rule must be about the items of one list");
                return null;
            }

            _list = list;
        }

        return field;
    }

    private FieldModel? NoPayment(ScalarSyntax name)
    {
        report.Add(
            SpecDescriptors.NotApplicable,
            name.Span,
            $"{MessageText.Of(name.Value)} applies only to rules of the payment request: name a field of the body");
        return null;
    }

    /// <summary>Whether every request has the field; of one in a list, whether every item has it.</summary>
    public bool IsAlwaysThere(FieldModel field)
    {
        var item = FieldPath.List(field.Path) is { } list ? list + FieldPath.Item : "";
        return FieldPath.Parents(field.Path).Where(parent => parent.Length > item.Length).All(parent => fields.Find(parent)!.Required)
            && ((field.Required && !(isApi && field.RequiredByDefault)) || field.Preset is not null);
    }
}
