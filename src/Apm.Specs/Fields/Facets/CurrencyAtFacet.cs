namespace Apm.Specs;

/// <summary><c>currency-at</c>: the member with the currency of a money whose path is the amount alone.</summary>
internal sealed class CurrencyAtFacet() : Facet<string>("currency-at", Hint, FieldType.Money)
{
    private const string Hint = "the name of the member with the currency beside the amount, or $payment.currency";

    public override string Schema => """
        {
          "description": "The name of the member with the currency, or $payment.currency if it is not sent. The path of the field is then the amount itself.",
          "type": ["string", "integer", "boolean"],
          "maxLength": 100,
          "pattern": "^\\s*(\\$payment\\.currency|(?![$@]\\s*$)[^\\s.\\[\\](){}/\\\\?*'\"|&!=<>,;]+)\\s*$",
          "patternErrorMessage": "One name, no path, or $payment.currency.",
          "examples": ["currency", "$payment.currency"]
        }
        """;

    protected override string? Read(SpecValue value, FieldSource source) =>
        value.Value is ScalarSyntax { Value: MoneyModel.OfPayment } ? MoneyModel.OfPayment : MemberName.Read(value);

    protected override string? Narrow(string own, FieldNarrowing narrowing)
    {
        if (narrowing.Base.Value(this) == own)
        {
            return own;
        }

        narrowing.ReportWider(this, $"the currency at {MessageText.Of(own)} is different from that", $"leave '{Name}' out");
        return null;
    }

    protected override FieldModel Project(string value, FieldModel model, FieldDeclaration field, string ownId)
    {
        var name = value == MoneyModel.OfPayment ? MoneyModel.CurrencyOfPayment : value;
        return model.Money is { } money ? model with { Money = money with { CurrencyAt = name } } : model;
    }
}

public sealed partial record FieldModel
{
    /// <summary>The path of the amount of money.</summary>
    public string AmountPath => Money is { CurrencyAt: null } ? Path + "." + Money.Format.AmountName : Path;

    /// <summary>The path of the currency of money.</summary>
    public string CurrencyPath => Money is not { } money ? Path
        : money.CurrencyAt is not { } beside ? Path + "." + money.Format.CurrencyName
        : FieldPath.Parent(Path) is { Length: > 0 } parent ? parent + "." + beside
        : beside;
}
