namespace Apm.Specs;

/// <summary>Where money is in a response.</summary>
/// <param name="Paths">The first path with a value is read.</param>
/// <param name="CurrencyAt">The path of the currency, if the paths are of the amount alone.</param>
public sealed record MoneyPlaceModel(EquatableArray<string> Paths, string? CurrencyAt)
{
    /// <summary>Whether the currency is that of the payment, which the response need not have.</summary>
    public bool IsOfPayment => CurrencyAt == MoneyModel.OfPayment;

    /// <summary>The usual path.</summary>
    public string Path => Paths[0];
}
