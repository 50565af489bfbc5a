using CsCheck;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Requests to the invented gateway, mostly right.</summary>
internal static class LagoonRequests
{
    private static readonly Gen<string?> s_words = Gen.Frequency(
        (4, Gen.String[Gen.Char["abc"], 1, 3].Select(it => (string?)it)),
        (3, Gen.Const((string?)null)),
        (1, AnyOf<string?>("", "ABC", "abcdefghijk", "1", "12345", "123 45")));

    private static readonly Gen<string> s_currencies = Gen.Frequency((8, Gen.Const("EUR")), (2, AnyOf("SEK", "JPY", "NOK")));

    private static readonly Gen<Money> s_money = Gen.Select(
        Gen.Frequency((9, Gen.Long[0, 4]), (1, Gen.Long)),
        Gen.Frequency((12, Gen.Const("EUR")), (1, AnyOf("SEK", "JPY", "NOK"))),
        (amount, currency) => new Money(amount, currency));

    private static readonly Gen<ApmMap?> s_maps = Optional(
        Gen.Select(AnyOf("a", "order", "0", "1", "a.b", "é", ""), s_words.Select(word => word ?? "x"))
            .Array[0, 4]
            .Select(entries => new ApmMap(entries.DistinctBy(entry => entry.Item1).Select(entry => KeyValuePair.Create(entry.Item1, entry.Item2)))));

    // Not at the ends, where a day that begins during the test decides.
    private static readonly Gen<int> s_days = AnyOf(-400, -5, 3, 15, 28, 40, 4_000);

    private static readonly Gen<DateTimeOffset?> s_times = Gen.Select(s_days, Gen.Int[-840, 840], Gen.Long[0, 10_000_000], AnyOf(true, false))
        .Select((days, offset, ticks, isThere) => isThere
            ? DateTimeOffset.UtcNow.AddDays(days).AddTicks(ticks).ToOffset(TimeSpan.FromMinutes(offset))
            : (DateTimeOffset?)null);

    private static readonly Gen<DateOnly?> s_dates = Gen.Select(s_days, AnyOf(true, false, false))
        .Select((days, isThere) => isThere ? DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days) : (DateOnly?)null);

    private static readonly Gen<decimal?> s_decimals = AnyOf<decimal?>(
        null, null, 0, 1, 1.5m, 1.50m, 0.125m, 0.1250m, 0.1234m, -1, -0.01m, 25, 25.001m, 100, 100.001m, 1e-10m, decimal.MaxValue, decimal.MinValue);

    private static readonly Gen<CanoeBuyer?> s_buyers =
        from country in AnyOf("BR", "DE", "SE", "NO", "XX", null)
        from locale in AnyOf("de_DE", "nb_NO", "de-DE", "xx_DE", "de_XX", "de", "", null)
        from shown in AnyOf("de-DE", "sv-SE", "fr-FR", null)
        from phone in AnyOf("+4712345678", "4712345678", "+", "+47123", "+47 12345678", "", null)
        from fax in AnyOf("+4712345678", "4712345678", "++471234", null)
        from email in AnyOf("a@b.example", "a", null)
        from zip in AnyOf("12345", "1234", "A1234", null)
        from isThere in AnyOf(true, true, false)
        select isThere ? new CanoeBuyer { Country = country, Locale = locale, Shown = shown, Phone = phone, Fax = fax, Email = email, Zip = zip } : null;

    private static readonly Gen<LagoonTax?> s_taxes =
        from kind in AnyOf<LagoonKind?>(null, LagoonKind.Person, LagoonKind.Company)
        from number in AnyOf(
            "11144477735", "111.444.777-35", "11144477736", "11222333000181", "11.222.333/0001-81", "11222333000182", "12ABC34501DE35", "1", "", "é", null)
        from bank in AnyOf("011000015", "011000016", "0-11000015", "01100001", null)
        from isThere in AnyOf(true, false)
        select isThere ? new LagoonTax { Kind = kind, Number = number, Bank = bank } : null;

    private static readonly Gen<CanoeLine> s_lines =
        from price in s_money
        from count in Gen.Frequency((20, Gen.Long[1, 3]), (1, Gen.Long))
        from less in Gen.Frequency((5, Gen.Const((Money?)null)), (3, s_money.Select(it => (Money?)it)))
        from off in AnyOf(0L, 0, 0, 1)
        select new CanoeLine
        {
            Price = price,
            Count = count,
            Less = less,
            Total = new(unchecked((price.MinorUnits * count) - (less?.MinorUnits ?? 0) + off), price.Currency),
        };

    public static readonly Gen<CanoePaymentRequest> All =
        from buyer in s_buyers
        from tax in s_taxes
        from times in Gen.Select(s_times, s_times)
        from dates in Gen.Select(s_dates, s_dates)
        from days in AnyOf<long?>(null, null, 1, 7, 40, 61)
        from decimals in Gen.Select(s_decimals, s_decimals, s_decimals)
        from maps in Gen.Select(s_maps, s_maps, s_maps)
        from words in Gen.Select(s_words, s_words)
        from lines in Optional(s_lines.Array[0, 4].Select(lines => lines.ToApmList()))
        from money in Gen.Select(s_currencies, Optional(s_money.Select(it => (object)it)), AnyOf(0L, 0, 0, 1))
        let shipping = (Money?)money.Item2
        let total = lines is null ? 5 : unchecked(lines.Aggregate(shipping?.MinorUnits ?? 0, (sum, line) => sum + line.Total.MinorUnits) + money.Item3)
        select new CanoePaymentRequest
        {
            Ref = "A-1",
            Amount = new(total, money.Item1),
            Back = new("https://shop.example/back"),
            Buyer = buyer,
            Tax = tax,
            Expires = times.Item1,
            Opened = times.Item2,
            Deliver = dates.Item1,
            KeepUntil = dates.Item2,
            KeepDays = days,
            Rate = decimals.Item1,
            Share = decimals.Item2,
            Weight = decimals.Item3,
            Meta = maps.Item1,
            Facts = words.Item1 is null ? null : new() { Cart = words.Item1, Others = maps.Item2 },
            About = words.Item2 is null ? null : new() { Text = words.Item2, Labels = maps.Item3 },
            Shipping = shipping,
            Lines = lines,
        };

    public static CanoePaymentRequest Whole { get; } = new()
    {
        Ref = "A-1",
        Amount = new(2_100, "EUR"),
        Back = new("https://shop.example/back"),
        Buyer = new()
        {
            Country = "DE", Locale = "de_DE", Shown = "de-DE", Phone = "+491701234567", Fax = "491701234567", Email = "a@b.example", Zip = "12345",
        },
        Tax = new() { Kind = LagoonKind.Company, Number = "12.ABC.345/01DE-35", Bank = "011000015" },
        Expires = DateTimeOffset.UtcNow.AddDays(10),
        Opened = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
        KeepDays = 7,
        Rate = 19.5m,
        Share = 2.5m,
        Weight = 0.125m,
        Meta = new Dictionary<string, string> { ["a"] = "b", ["0"] = "" },
        Facts = new() { Cart = "C1", Others = new Dictionary<string, string> { ["x"] = "é" } },
        About = new() { Text = "text", Labels = new Dictionary<string, string> { ["0"] = "zero" } },
        Shipping = new(100, "EUR"),
        Lines = [new() { Price = new(1_050, "EUR"), Count = 2, Less = new(100, "EUR"), Total = new(2_000, "EUR") }],
    };

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Optional<T>(Gen<T> value)
        where T : class => Gen.Frequency((1, value.Select(it => (T?)it)), (1, Gen.Const(default(T?))));
}
