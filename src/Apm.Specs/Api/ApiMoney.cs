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
        var hasMembers = money.EntryOf("amount") is not null || money.EntryOf("currency") is not null;
        var format = Members(
            money,
            money.Require("notation"),
            hasMembers ? money.Require("amount") : null,
            hasMembers ? money.Require("currency") : null,
            new MoneyFormatModel(MoneyNotation.MinorUnits, "amount", "currency"));
        return format with { HasMembers = hasMembers };
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
            HasMembers = otherwise.HasMembers || (amount is not null && currency is not null),
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

    /// <summary>The path of the currency of money in a response or a webhook; null if money is an object with both members.</summary>
    /// <param name="map">What has the money.</param>
    /// <param name="type">The type of the member, such as <c>Money</c>.</param>
    /// <param name="format">The format of the money; null if it is not known.</param>
    /// <param name="place">Where it is reported that the place of the currency is not known.</param>
    /// <param name="knowsPayment">Whether the currency can be that of the payment.</param>
    public static string? CurrencyPath(this SpecMapping map, string? type, MoneyFormatModel? format, SpecSpan place, bool knowsPayment)
    {
        var isMoney = type == nameof(FieldType.Money);
        if (map.Find("currency-at") is { } entry)
        {
            if (type is not null && !isMoney)
            {
                map.Diagnostics.Add(SpecDescriptors.NotApplicable, entry.Key.Span, "'currency-at' applies only to money: remove it, or change the type");
                return null;
            }

            if (entry.Value is ScalarSyntax { Value: MoneyModel.OfPayment } name)
            {
                if (!knowsPayment)
                {
                    map.Diagnostics.Add(
                        SpecDescriptors.NotApplicable,
                        name.Span,
                        $"{name.Value} is not known here: write the path of the member with the currency");
                }

                return knowsPayment ? name.Value : null;
            }

            return entry.Scalar() is { } path && FieldPath.IsValidInResponse(path, map.Diagnostics) ? path.Value : null;
        }

        if (isMoney && format is { HasMembers: false } && map.EntryOf("currency-at") is null)
        {
            map.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                place,
                "the members of this money are not known: add 'currency-at:', which must be the path of the member with the currency, "
                    + "or add 'amount:' and 'currency:' under 'money' of the API");
        }

        return null;
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
