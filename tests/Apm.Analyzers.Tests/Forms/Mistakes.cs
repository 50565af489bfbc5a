namespace Apm.Analyzers.Tests.Forms;

/// <summary>One mistake for each of the rules that a shop meets first.</summary>
internal static class Mistakes
{
    private static readonly string s_tooLong = Quoted(new string('a', 25));

    public static readonly Mistake[] All =
    [
        new("APM1001", "string", "\"USD\"", "\"EUR\"", code => Value($"new Money(100, {code})"), code => Voucher($"Value = new Money(100, {code})"))
        {
            Message =
                "'USD' is not accepted; the currency of Value (instruction.value) of AlipayHK must be one of EUR, HKD, GBP, SGD "
                + "(rule: currencies in worldpay/2023-06-01/alipay_hk)",
            AssignMessage = "'USD' is not accepted; the currency of Value (value) of Voucher must be one of EUR, HKD (rule: currencies in shop/voucher)",
        },
        new("APM1002", "long", "5000001", "5000000", code => Value($"new Money({code}, \"HKD\")"), code => Voucher($"Value = new Money({code}, \"HKD\")"))
        {
            Message =
                "50000.01 HKD (5000001 minor units) exceeds the maximum; "
                + "Value (instruction.value) of AlipayHK must be at most 50000.00 HKD (5000000 minor units) "
                + "(rule: limits.HKD.max in worldpay/2023-06-01/alipay_hk)",
            AssignMessage =
                "50000.01 HKD (5000001 minor units) exceeds the maximum; "
                + "Value (value) of Voucher must be at most 50000.00 HKD (5000000 minor units) (rule: limits.HKD.max in shop/voucher)",
            // No number is interpolated; the currency that the maximum is for may be.
            Interpolate = static (code, declaration) => $"{declaration} start = \"HK\"; {Value($"new Money({code.At(code.Value)}, $\"{{start}}D\")")}",
        },
        new("APM1004", "string", s_tooLong, "\"Mind Palace Ltd\"", Line, code => Voucher($"Text = {code}"))
        {
            Message =
                "'aaaaaaaaaaaaaaaaaaaaaaaaa' has 25 characters; Line1 (instruction.narrative.line1) must have 1 to 24 characters "
                + "(rule: instruction.narrative.line1.length in worldpay/2023-06-01)",
            AssignMessage =
                "'aaaaaaaaaaaaaaaaaaaaaaaaa' has 25 characters; Text (text) of Voucher must have at most 20 characters (rule: text.length in shop/voucher)",
        },
        new("APM1005", "string", "\"Café\"", "\"Cafe\"", Entity, code => Voucher($"Text = {code}"))
        {
            Message =
                "'Café' has the character 'é', which Entity (merchant.entity) must not have (rule: merchant.entity.pattern in worldpay/2023-06-01)",
            AssignMessage = "'Café' has the character 'é', which Text (text) of Voucher must not have (rule: text.pattern in shop/voucher)",
        },
    ];

    /// <summary>A payment method whose request is no record, so that its properties can be assigned at any time.</summary>
    public const string VoucherCode = """
        [ApmMethod("Voucher", "shop/voucher")]
        public sealed class Voucher
        {
            [ApmField("value", "shop/voucher"), ApmCurrencies("EUR", "HKD"), ApmLimit("HKD", Max = 5000000)]
            public Money Value { get; set; }

            [ApmField("text", "shop/voucher"), ApmText(Max = 20, Characters = "ACDFLMPTUacdefilnptu ")]
            public string Text { get; set; } = "";
        }
        """;

    private static string Value(string money) => $"_ = default(AlipayHkInstruction)! with {{ Value = {money} }};";

    private static string Line(string text) => $"_ = new WorldpayNarrative {{ Line1 = {text} }};";

    private static string Entity(string text) => $"_ = new WorldpayMerchant {{ Entity = {text} }};";

    private static string Voucher(string assignment) => $"var voucher = new Voucher(); voucher.{assignment};";

    private static string Quoted(string text) => $"\"{text}\"";
}
