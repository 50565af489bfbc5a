namespace Apm.Specs;

/// <summary>How a gateway writes money, and in which currencies.</summary>
internal static class ApiMoney
{
    private const int MaxCurrencies = 400;
    private const int MaxExponents = 100;

    public static MoneyFormatModel Format(SpecMapping map)
    {
        var entry = map.Require("money");
        if (entry?.Mapping() is not { } mapping)
        {
            return new MoneyFormatModel(MoneyNotation.MinorUnits, "amount", "currency");
        }

        var money = new SpecMapping(mapping, SpecKeys.Money, map.Diagnostics, entry.Key.Span);
        return Members(
            money,
            money.Require("notation"),
            money.Require("amount"),
            money.Require("currency"),
            new MoneyFormatModel(MoneyNotation.MinorUnits, "amount", "currency"));
    }

    /// <param name="money">What has the keys.</param>
    /// <param name="otherwise">The format for a key that is null or wrong.</param>
    public static MoneyFormatModel Members(SpecMapping money, SpecValue? notation, SpecValue? amount, SpecValue? currency, MoneyFormatModel otherwise)
    {
        var format = new MoneyFormatModel(
            notation?.Choice<MoneyNotation>() ?? otherwise.Notation,
            MemberName.Read(amount) ?? otherwise.AmountName,
            MemberName.Read(currency) ?? otherwise.CurrencyName)
        {
            CurrencyCase = money.Find("currency-case")?.Choice<CurrencyCase>() ?? otherwise.CurrencyCase,
        };
        if (format.AmountName != format.CurrencyName)
        {
            return format;
        }

        var last = currency ?? amount!;
        money.Diagnostics.Add(
            SpecDescriptors.DeclaredTwice,
            last.Value.Span,
            $"{MessageText.Of(format.AmountName)} is the member of both the amount and the currency: write two different names");
        return otherwise;
    }

    public static EquatableArray<ExponentModel> Exponents(SpecMapping map)
    {
        var exponents = new List<ExponentModel>();
        foreach (var entry in map.Find("exponents")?.Mapping()?.Entries ?? [])
        {
            if (exponents.Count == MaxExponents)
            {
                map.Diagnostics.Add(SpecDescriptors.TooMuch, entry.Key.Span, $"the list has more than {MaxExponents} currencies: remove the others");
                break;
            }

            var code = entry.Key.Value;
            if (code.Length != 3 || code.Any(c => c is < 'A' or > 'Z'))
            {
                map.Diagnostics.Add(
                    SpecDescriptors.UnknownCode,
                    entry.Key.Span,
                    $"{MessageText.Of(code)} is not a currency code: write three capital letters, such as CNH");
            }
            else
            {
                // The code is the API's own even where its decimals are wrong.
                exponents.Add(
                    new ExponentModel(
                        code,
                        (int)(new SpecValue(code, "the number of decimals, such as 2", entry.Key, entry.Value, map.Diagnostics).Integer(0, 6) ?? 2)));
            }
        }

        return exponents.ToEquatableArray();
    }

    public static EquatableArray<string> Currencies(SpecValue? entry, EquatableArray<ExponentModel> exponents, DiagnosticBag report) =>
        KnownCurrencies(entry, new CurrencyNames(exponents, []), report).Select(code => code.Value).ToEquatableArray();

    /// <summary>A list of currencies without unknown ones, which are reported.</summary>
    public static IEnumerable<ScalarSyntax> KnownCurrencies(SpecValue? entry, CurrencyNames names, DiagnosticBag report)
    {
        if (entry?.Value is SequenceSyntax { Items.Count: 0 })
        {
            report.Add(SpecDescriptors.MissingKey, entry.Value.Span, "no currency is listed: 'currencies' must be " + entry.Hint);
        }

        var codes = entry?.Texts() ?? [];
        if (codes.Count > MaxCurrencies)
        {
            report.Add(SpecDescriptors.TooMuch, codes[MaxCurrencies].Span, $"the list has more than {MaxCurrencies} currencies: remove the others");
        }

        return codes.Take(MaxCurrencies).Where(code => names.IsKnown(code, report));
    }
}
