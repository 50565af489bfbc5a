using System.Globalization;

namespace Apm.Benchmarks.UsageCost;

/// <summary>Methods that give a value to one constrained member each: of twenty, sixteen a literal, three a local, one what a helper returns.</summary>
internal static class Constrained
{
    // What is given, its type, and a literal that is right.
    private static readonly (string Given, string Type, string Literal)[] s_members =
    [
        ("new WorldpayNarrative { Line1 = # }.Line1", "string", "\"Mind Palace Ltd\""),
        ("new WorldpayMerchant { Entity = # }.Entity", "string", "\"default\""),
        ("new WorldpayPartialRefundRequest { Value = new Money(#, \"HKD\") }.Value.ToString()", "long", "12850"),
        ("new WorldpayPartialRefundRequest { Value = new Money(total, \"EUR\"), Reference = # }.Reference!", "string", "\"RETURN-1\""),
        ("(instruction with { Value = Money.FromMajor(#, \"SGD\") }).ToString()", "decimal", "128.50m"),
        ("(instruction with { Value = new Money(total, #) }).ToString()", "string", "\"GBP\""),
        ("(instrument with { SuccessUrl = new Uri(#) }).ToString()", "string", "\"https://shop.example/paid\""),
    ];

    public static string Method(int use)
    {
        var number = use.ToString(CultureInfo.InvariantCulture);
        var (given, type, literal) = s_members[use % s_members.Length];
        var (argument, local, helper) = (use % 20) switch
        {
            < 16 => (literal, "", ""),
            < 19 => ($"given{number}", $"var given{number} = {literal};\n        ", ""),
            _ => ($"Given{number}()", "", $"\n    private static {type} Given{number}() => {literal};\n"),
        };
        return $$"""

                public string Pay{{number}}(
                    AlipayHkInstruction instruction,
                    AlipayHkPaymentInstrument instrument,
                    IReadOnlyList<OrderLine> lines,
                    string customer)
                {
                    var total = 0L;
                    foreach (var line in lines)
                    {
                        if (line.Quantity <= 0)
                        {
                            continue;
                        }

                        total += (long)(line.Price * 100m) * line.Quantity;
                    }

                    {{local}}var reference = customer.Length > 3 ? customer[..3] : customer;
                    var given = {{given.Replace("#", argument, StringComparison.Ordinal)}};
                    logger.Log("paying", reference + given, (int)total);
                    return total > 0 ? given : reference;
                }
            {{helper}}
            """;
    }
}
