namespace Apm.Specs;

/// <summary>Reads the place of money in a response: a path, a list of paths, or a mapping with the place of the currency.</summary>
internal static class MoneyPlace
{
    /// <param name="entry">Null where the key is absent.</param>
    /// <param name="paths">The paths of the response.</param>
    /// <param name="money">How the API writes money.</param>
    /// <param name="knowsPayment">Whether the currency can be that of the payment. The money of the payment itself has its own currency.</param>
    public static MoneyPlaceModel? Read(SpecValue? entry, ResponsePaths paths, MoneyFormatModel money, bool knowsPayment = true)
    {
        if (entry is null)
        {
            return null;
        }

        var map = entry.Value is MappingSyntax mapping ? new SpecMapping(mapping, SpecKeys.MoneyPlace, entry.Diagnostics, entry.Key.Span) : null;
        var at = paths.ReadSeveral(map is null ? entry : map.Require("at"));
        var currency = map is not null ? map.CurrencyPath(nameof(FieldType.Money), money, entry.Key.Span, knowsPayment) : null;
        if (map is null && !money.HasMembers && !at.IsEmpty)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                entry.Value.Span,
                $"the members of this money are not known: write {entry.Name}: {{ at: {MessageText.Plain(at[0])}, currency-at: currency }} "
                    + "with the path of the member with the currency, or add 'amount:' and 'currency:' under 'money' of the API");
        }

        return at.IsEmpty ? null : new MoneyPlaceModel(at, currency);
    }
}
