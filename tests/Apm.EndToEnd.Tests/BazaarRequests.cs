using CsCheck;

namespace Apm.EndToEnd.Tests;

/// <summary>Requests of the invented method, mostly right, so that those without a mistake come up, and those with one or two.</summary>
internal static class BazaarRequests
{
    private static readonly Gen<string> s_words = Gen.Frequency(
        (90, Gen.String[Gen.Char["abc"], 1, 3]),
        (1, Gen.String[Gen.Char["aZ0-_ é\n\u0000"], 0, 24]),
        (1, Gen.Int[0, 24].Select(length => string.Concat(Enumerable.Repeat("\U0001F600", length)))));

    private static readonly Gen<string> s_zips = Gen.Frequency((40, AnyOf("1010", "D02 X285", "SW1A 1AA")), (1, s_words));

    private static readonly Gen<string> s_countries = Gen.Frequency((40, AnyOf("AT", "DE", "IE", "SG", "NO")), (1, AnyOf("FR", "de", "", "XX")));

    private static readonly Gen<BazaarPlace> s_places =
        from line in Absent(s_words)
        from zip in Optional(s_zips)
        from country in Absent(s_countries)
        from kind in AnyOf<BazaarPlaceKind?>(
            null,
            BazaarPlaceKind.Home,
            BazaarPlaceKind.Office,
            BazaarPlaceKind.Home,
            BazaarPlaceKind.Office,
            BazaarPlaceKind.Home,
            BazaarPlaceKind.Office,
            BazaarPlaceKind.Home,
            BazaarPlaceKind.Office,
            (BazaarPlaceKind)9)
        select new BazaarPlace
        {
            Line = line!,
            Zip = zip,
            Country = country!,
            Kind = kind,
        };

    private static readonly Gen<StallBilling> s_billings =
        from line in Absent(s_words)
        from zip in Absent(s_zips)
        from country in Absent(s_countries)
        select new StallBilling { Line = line!, Zip = zip!, Country = country! };

    private static readonly Gen<BazaarPerson> s_people =
        from name in Absent(s_words)
        from phone in Optional(Gen.Frequency((20, AnyOf("0123456789", "4711")), (1, AnyOf("+49", "01234567890123")), (1, s_words)))
        from home in Optional(s_places)
        select new BazaarPerson { Name = name!, Phone = phone, Home = home };

    private static readonly Gen<StallItem> s_items =
        from name in Absent(s_words)
        from quantity in Gen.Frequency((40, Gen.Long[1, 3]), (1, Gen.Long[-1, 101]), (1, Gen.Long))
        from cost in Gen.Frequency((40, Gen.Long[1, 3]), (1, Gen.Long[-1001, 1001]), (1, Gen.Long))
        from discount in Gen.Frequency((20, Gen.Const((long?)null)), (20, Gen.Long[0, 2].Select(it => (long?)it)), (1, Gen.Long.Select(it => (long?)it)))
        from off in Gen.Frequency((20, Gen.Const(0L)), (1, Gen.Long[-1, 1]))
        from origin in Optional(s_places)
        from parts in Absent(Items(Absent(s_words).Select(code => new StallPart { Code = code! }), 2))
        select new StallItem
        {
            Name = name!,
            Quantity = quantity,
            UnitCost = cost,
            Discount = discount,
            Total = unchecked((quantity * cost) - (discount ?? 0) + off),
            From = origin,
            Parts = parts!,
        };

    private static readonly Gen<StallOrder> s_orders =
        from items in Absent(s_items.Array[1, 3].Select(items => items.ToApmList()))
        from more in Gen.Int[0, 39]
        from tax in Gen.Frequency((1, Gen.Const((long?)null)), (1, Gen.Long[0, 9].Select(it => (long?)it)))
        select new StallOrder { Items = more == 0 ? [] : items!, Tax = tax };

    public static readonly Gen<StallPaymentRequest> All =
        from reference in Absent(s_words)
        from amount in Gen.Frequency((20, Gen.Long[100, 1000]), (1, Gen.Long))
        from currency in Gen.Frequency((20, AnyOf("EUR", "JPY")), (1, AnyOf("KWD", "eur", "")))
        from how in AnyOf<BazaarType?>(
            null,
            BazaarType.Direct,
            BazaarType.Token,
            BazaarType.Checkout,
            BazaarType.Direct,
            BazaarType.Direct,
            BazaarType.Direct,
            BazaarType.Direct,
            (BazaarType)9)
        from token in Optional(s_words)
        from buyer in Absent(s_people)
        from billing in Optional(s_billings)
        from shipping in Absent(s_places)
        from terms in Gen.Frequency((30, Gen.Const(true)), (1, Gen.Const(false)))
        from expiry in Optional(Gen.Long[1, 121])
        from email in Optional(
            Gen.Frequency(
                (20, AnyOf("a@b.example", "x.y+z@sub.shop.example")),
                (1, AnyOf("a@b", "@b.c", "a b@c.d", "a@b@c.d", "a@.c", "a@b.", "a@b.c\n", "", "ä@ö.ü"))))
        from iban in Optional(
            Gen.Frequency(
                (20, AnyOf("GB82WEST12345698765432", "DE29500105176647192975")),
                (1, AnyOf("GB82WEST12345698765433", "gb82WEST12345698765432", "DE29 5001 0517 6647 1929 75", "GB", ""))))
        from born in Optional(Gen.Int[0, 20000].Select(day => DateOnly.FromDayNumber(700000 + day)))
        from extra in Optional(Gen.Frequency((20, AnyOf("{}", "{\"a\":[1]}")), (1, AnyOf("", new string('x', 101)))))
        from newsletter in AnyOf<bool?>(null, true, false)
        from tags in Optional(Gen.Frequency((20, Gen.String[Gen.Char["abc"], 1, 3]), (1, s_words)).Array[1, 3].Select(tags => tags.ToApmList()))
        from more in Gen.Int[0, 39]
        from kinds in Optional(Items(Gen.Frequency((20, AnyOf(StallKind.Fresh, StallKind.Dried)), (1, Gen.Const((StallKind)7))), 2))
        from order in Optional(s_orders)
        select new StallPaymentRequest
        {
            Reference = reference!,
            Value = new Money(amount, currency),
            How = how is { } type ? new() { Type = type, Token = token } : null,
            Buyer = buyer!,
            Billing = billing,
            Shipping = shipping!,
            TermsAccepted = terms,
            Expiry = expiry,
            Email = email,
            Iban = iban,
            Born = born is { } day ? day : null,
            Days = born is { } other ? [other] : null,
            Extra = extra,
            Newsletter = newsletter,
            Tags = more switch { 0 => [], 1 => ["a", "b", "c", "d"], _ => tags },
            Kinds = kinds,
            Order = order,
        };

    /// <summary>A right request in which almost every field has a value.</summary>
    public static StallPaymentRequest Whole { get; } = new()
    {
        Reference = "ab",
        Value = new Money(500, "EUR"),
        How = new() { Type = BazaarType.Direct },
        Buyer = new() { Name = "ann", Phone = "0123456789", Home = Home() },
        Shipping = Home(),
        TermsAccepted = true,
        Expiry = 30,
        Email = "a@b.example",
        Iban = "DE29500105176647192975",
        Born = new DateOnly(1990, 12, 31),
        Days = [new DateOnly(2026, 1, 1)],
        Extra = "{}",
        Newsletter = true,
        Tags = ["a", "b"],
        Kinds = [StallKind.Fresh, StallKind.Dried],
        Order = new() { Items = [Item("a"), Item("b")], Tax = 1 },
    };

    private static BazaarPlace Home() => new() { Line = "a", Zip = "1010", Country = "SG", Kind = BazaarPlaceKind.Home };

    private static StallItem Item(string name) =>
        new() { Name = name, Quantity = 2, UnitCost = 3, Discount = 1, Total = 5, From = Home(), Parts = [new StallPart { Code = "x" }] };

    private static Gen<ApmList<T>> Items<T>(Gen<T> item, int most) => item.Array[0, most].Select(items => items.ToApmList());

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Absent<T>(Gen<T> value) => Gen.Frequency((39, value.Select(it => (T?)it)), (1, Gen.Const(default(T?))));

    private static Gen<T?> Optional<T>(Gen<T> value) => Gen.Frequency((1, value.Select(it => (T?)it)), (1, Gen.Const(default(T?))));
}
