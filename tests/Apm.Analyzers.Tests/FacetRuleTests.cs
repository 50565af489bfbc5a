using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Groups, values, ranges, patterns, alternatives, the currency of the payment, sums of money, and texts with check digits.</summary>
public class FacetRuleTests
{
    // As the generator writes it. The kind of the last rule is one of a later version.
    private const string Crate = """
        [ApmMethod("Crate", "acme/1/crate")]
        [ApmRule("at-most-one", "days", "until", "number")]
        [ApmRule("at-least-one", "email", "phone", When = new[] { "kind = home" })]
        [ApmRule("values", "country", When = new[] { "amount.$currency = SEK|NOK" }, Values = new[] { "SE", "NO" })]
        [ApmRule("range", "days", When = new[] { "amount.$currency != EUR" }, Min = 7L, Max = 30L)]
        [ApmRule("pattern", "zip", When = new[] { "1 | country = DE", "2 | country = SE", "2 | kind = home" }, Pattern = @"\A(?:[0-9]{5})\z")]
        [ApmRule("equal", "amount", When = new[] { "lines" }, To = "sum(lines[].price) + shipping")]
        [ApmRule("equal", "lines[].total", To = "lines[].price * lines[].count")]
        [ApmRule("some-later-kind", "days", "until")]
        public sealed record CrateRequest
        {
            [ApmField("kind", "acme/1/crate")] public string? Kind { get; init; }
            [ApmField("amount", "acme/1/crate")] public Money? Amount { get; init; }
            [ApmField("shipping", "acme/1/crate")] public Money? Shipping { get; init; }
            [ApmField("days", "acme/1/crate")] public long? Days { get; init; }
            [ApmField("until", "acme/1/crate")] public string? Until { get; init; }
            [ApmField("number", "acme/1/crate")] public long? Number { get; init; }
            [ApmField("email", "acme/1/crate")] public string? Email { get; init; }
            [ApmField("phone", "acme/1/crate")] public string? Phone { get; init; }
            [ApmField("country", "acme/1/crate")] public string? Country { get; init; }
            [ApmField("zip", "acme/1/crate")] public string? Zip { get; init; }
            [ApmField("tax", "acme/1/crate"), ApmChecksum("cpf", "cnpj")] public string? Tax { get; init; }
            [ApmField("later", "acme/1/crate"), ApmChecksum("later")] public string? Later { get; init; }
            [ApmField("locale", "acme/1/crate"), ApmCode("locale_")] public string? Locale { get; init; }
            [ApmField("lines", "acme/1/crate")] public IReadOnlyList<CrateLine>? Lines { get; init; }
        }

        public sealed record CrateLine
        {
            [ApmField("lines[].price", "acme/1/crate")] public Money Price { get; init; }
            [ApmField("lines[].count", "acme/1/crate")] public long Count { get; init; }
            [ApmField("lines[].total", "acme/1/crate")] public Money? Total { get; init; }
        }
        """;

    private const string Lines = "Lines = new CrateLine[] { new() { Price = new Money(100, \"EUR\"), Count = 2 } }";

    public static TheoryData<string> Requests { get; } =
    [
        "Days = 5",
        "Days = 5, {|APM1010:Until|} = \"2026-01-01\"",
        "Days = 5, Until = text, {|APM1010:Number|} = 3",
        "Days = flag ? 5 : null, Until = text",
        "Kind = \"home\", Email = text",
        "Kind = \"home\", Phone = \"1\"",
        "Kind = text",
        "Country = {|APM1006:\"DE\"|}, Amount = new Money(100, \"SEK\")",
        "Country = \"NO\", Amount = new Money(100, \"SEK\")",
        "Country = \"DE\", Amount = new Money(100, \"EUR\")",
        "Country = \"DE\", Amount = new Money(100, text)",
        "Days = {|APM1007:5|}, Amount = new Money(100, \"SEK\")",
        "Days = 7, Amount = new Money(100, \"SEK\")",
        "Days = 5, Amount = new Money(100, \"EUR\")",
        "Days = 5, Amount = new Money(100, text)",
        "Country = \"DE\", Zip = {|APM1005:\"1234\"|}",
        "Country = \"SE\", Zip = \"1234\"",
        "Country = \"SE\", Kind = \"home\", Email = text, Zip = {|APM1005:\"1234\"|}",
        "Country = text, Zip = \"1234\"",
        "Amount = {|APM1016:new Money(300, \"EUR\")|}, Shipping = new Money(100, \"EUR\"), " + Lines,
        "Amount = new Money(200, \"EUR\"), Shipping = new Money(100, \"EUR\"), " + Lines,
        "Amount = new Money(300, text), Shipping = new Money(100, \"EUR\"), " + Lines,
        "Amount = new Money(300, \"EUR\"), Shipping = new Money(number, \"EUR\"), " + Lines,
        "Lines = new CrateLine[] { new() { Price = new Money(100, \"EUR\"), Count = 2, Total = {|APM1016:new Money(100, \"EUR\")|} } }",
        "Lines = new CrateLine[] { new() { Price = new Money(100, \"EUR\"), Count = 2, Total = new Money(200, \"EUR\") } }",
        "Tax = {|APM1006:\"11144477736\"|}",
        "Tax = \"111.444.777-35\"",
        "Tax = $\"{text}36\"",
        "Later = \"1\"",
        "Locale = {|APM1006:\"de-DE\"|}",
        "Locale = {|APM1006:\"xx_DE\"|}",
        "Locale = \"de_DE\"",
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public Task A_request_is_judged(string members) => Shop.CheckAsync(Crate + Program("new CrateRequest { " + members + " }"));

    [Fact]
    public Task A_group_of_which_nothing_is_set_is_reported() =>
        Shop.CheckAsync(Crate + Program("{|APM1009:new CrateRequest|} { Kind = \"home\" }"));

    private static string Program(string request) => $$"""

        public static class Till
        {
            public static CrateRequest Sell(bool flag, int number, string text) => {{request}};
        }
        """;
}
