namespace Apm.Specs;

/// <summary>The countries and currencies that a method accepts, and its limits.</summary>
internal sealed record MethodMoney(
    EquatableArray<string> Countries,
    EquatableArray<string> Currencies,
    EquatableArray<LimitModel> Limits,
    EquatableArray<LimitModel> RefundLimits)
{
    public static MethodMoney Read(MethodFile file)
    {
        var countries = ReadCountries(file);
        var listed = ReadCurrencies(file);
        var currencies = listed.IsEmpty ? file.Base.Currencies : listed;
        var names = file.Base.CurrencyNames(currencies);
        var isComplete = IsComplete(file, listed);
        var limits = Bind("limits", file.Base.Limits);
        var refundLimits = Bind("refund-limits", file.Base.RefundLimits);
        ReportUnlimited(file, listed, limits);
        return new MethodMoney(countries, currencies, limits, refundLimits);

        EquatableArray<LimitModel> Bind(string key, EquatableArray<LimitModel> fromBase) =>
            new LimitsBinder(file.Keys, names, currencies, isComplete, fromBase, file.BaseLocation(key)).Bind(key);
    }

    private static EquatableArray<string> ReadCountries(MethodFile file)
    {
        var declared = file.Keys.Find("countries")?.Texts().Where(code => IsoCodes.IsCountry(code, file.Diagnostics)).ToList();
        return declared is null
            ? file.Base.Countries
            : file.Within(declared, file.Base.Countries, "countries").Select(code => code.Value).ToEquatableArray();
    }

    private static EquatableArray<string> ReadCurrencies(MethodFile file)
    {
        var allowed = file.Base.Currencies;
        var declared = ApiMoney.KnownCurrencies(file.Require("currencies"), file.Base.CurrencyNames(allowed), file.Diagnostics);
        return file.Within(declared, allowed, "currencies").Select(code => code.Value).ToEquatableArray();
    }

    // Where a currency is misspelt, its limit is not the mistake.
    private static bool IsComplete(MethodFile file, EquatableArray<string> listed) =>
        file.Keys.Find("currencies")?.Value is SequenceSyntax { Items.Count: > 0 } list
            ? list.Items.Count == listed.Count
            : file.Base.Method is not null;

    private static void ReportUnlimited(MethodFile file, EquatableArray<string> currencies, EquatableArray<LimitModel> limits)
    {
        var limited = new HashSet<string>(
            file.Keys.Find("limits")?.Value is MappingSyntax mapping ? mapping.Entries.Select(entry => entry.Key.Value) : [],
            StringComparer.Ordinal);
        limited.UnionWith(file.Base.Limits.Select(limit => limit.Currency));
        var without =
            limited.Contains(LimitsBinder.Each) || limits.Any(limit => limit.HasEquivalents)
                ? []
                : currencies.Where(code => !limited.Contains(code)).ToList();
        if (without.Count > 0)
        {
            file.Diagnostics.Add(
                SpecDescriptors.NoLimit,
                file.Keys.KeySpan("limits") ?? file.Keys.KeySpan("currencies") ?? file.Keys.Place,
                $"no limit is known in {MessageText.List(without)}: amounts in {(without.Count == 1 ? "it" : "them")} are not checked");
        }
    }
}
