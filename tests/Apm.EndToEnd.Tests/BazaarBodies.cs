using CsCheck;

namespace Apm.EndToEnd.Tests;

/// <summary>Bodies of operations on payments of the invented method, mostly right.</summary>
internal static class BazaarBodies
{
    private static readonly Gen<string?> s_words = Gen.Frequency(
        (4, Gen.String[Gen.Char["abc"], 1, 3].Select(it => (string?)it)),
        (3, Gen.Const((string?)null)),
        (1, Gen.Int[0, 12].Select(length => (string?)new string('w', length))));

    private static readonly Gen<Money> s_money = Gen.Select(
        Gen.Frequency((8, Gen.Long[1, 60_000]), (1, Gen.Long)),
        Gen.Frequency((8, AnyOf("EUR", "JPY")), (2, AnyOf("KWD", "USD", ""))),
        (amount, currency) => new Money(amount, currency));

    private static readonly Gen<BazaarPlace?> s_places =
        from line in s_words
        from kind in AnyOf<BazaarPlaceKind?>(null, BazaarPlaceKind.Home, BazaarPlaceKind.Office)
        from isThere in Gen.Bool
        select isThere ? new BazaarPlace { Line = line!, Country = "DE", Kind = kind } : null;

    private static readonly Gen<BazaarFee> s_fees =
        from sum in s_money
        from label in s_words
        from place in s_places
        select new BazaarFee { Sum = sum, Label = label, Place = place };

    private static readonly Gen<StallPartialRefundFee> s_ownFees = s_fees.Select(fee => new StallPartialRefundFee
    {
        Sum = fee.Sum,
        Label = fee.Label,
        Place = fee.Place,
    });

    private static readonly Gen<StallPartialRefundLine> s_lines =
        from quantity in Gen.Frequency((20, Gen.Long[1, 3]), (1, Gen.Long))
        from cost in Gen.Frequency((5, Gen.Const((long?)null)), (5, Gen.Long[0, 2].Select(it => (long?)it)), (1, Gen.Long.Select(it => (long?)it)))
        from off in AnyOf<long?>(0, 0, 0, 1, null)
        select new StallPartialRefundLine { Quantity = quantity, Cost = cost, Total = unchecked((((cost ?? 2) + 1) * quantity) + off) };

    public static readonly Gen<BazaarRefundRequest> Refunds =
        from value in s_money
        from to in s_places
        from note in s_words
        from extra in Optional(s_fees)
        from fees in Optional(s_fees.Array[0, 2].Select(fees => fees.ToApmList()))
        select new BazaarRefundRequest { Value = value, To = to, Note = note, Extra = extra, Fees = fees };

    public static readonly Gen<StallPartialRefundRequest> PartialRefunds =
        from value in s_money
        from note in s_words
        from quick in AnyOf<bool?>(null, true, false)
        from kind in AnyOf<StallPartialRefundKind?>(null, StallPartialRefundKind.Goods, StallPartialRefundKind.Service)
        from fee in Optional(s_ownFees)
        from lines in Optional(s_lines.Array[0, 3].Select(lines => lines.ToApmList()))
        from total in AnyOf<long?>(0, 1, -1, null)
        select new StallPartialRefundRequest
        {
            Value = value,
            Note = note,
            Quick = quick,
            Kind = kind,
            Fee = fee,
            Lines = lines,
            Total = total is { } off ? unchecked((lines ?? []).Aggregate(3 + off, (sum, line) => sum + (line.Total ?? 0) - (line.Cost ?? 2))) : null,
        };

    public static StallPayment Payment { get; } = StallPayment.Parse("""{"id":"1","status":"done"}""");

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<T?> Optional<T>(Gen<T> value)
        where T : class => Gen.Frequency((1, value.Select(it => (T?)it)), (1, Gen.Const(default(T?))));
}
