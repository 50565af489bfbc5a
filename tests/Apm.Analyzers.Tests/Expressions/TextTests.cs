using Xunit;

namespace Apm.Analyzers.Tests.Expressions;

public class TextTests
{
    [Theory]
    [InlineData("""
        var start = "US";
        _ = Instruction with { Value = new Money(100, {|APM1001:string.Concat(start, "D")|}) };
        _ = Instruction with { Value = new Money(100, string.Concat("EU", "R")) };
        """)]
    [InlineData("""
        _ = Instruction with { Value = new Money(100, {|APM1001:"usd".ToUpperInvariant()|}) };
        _ = Instruction with { Value = new Money(100, "eur".ToUpperInvariant()) };
        """)]
    [InlineData("""
        var code = "EUR".ToLowerInvariant() == "eur" ? "EUR" : "USD";
        _ = Instruction with { Value = new Money(100, code) };
        var wrong = "EUR".ToLowerInvariant() == "eur" ? "USD" : "EUR";
        _ = Instruction with { Value = new Money(100, {|APM1001:wrong|}) };
        """)]
    [InlineData("""
        _ = new WorldpayNarrative { Line1 = {|APM1004:"  ".Trim()|} };
        _ = new WorldpayNarrative { Line1 = " Mind Palace               ".Trim() };
        """)]
    [InlineData("""
        _ = new WorldpayNarrative { Line1 = {|APM1014:nameof(Mind_Palace)|} };
        _ = new WorldpayNarrative { Line1 = nameof(Till) };
        """)]
    [InlineData("""
        _ = new WorldpayNarrative { Line1 = {|APM1004:string.Empty|} };
        _ = new WorldpayNarrative { Line1 = string.Empty + "x" };
        """)]
    [InlineData("""
        var code = "US";
        code += "D";
        _ = Instruction with { Value = new Money(100, {|APM1001:code|}) };
        var right = "EU";
        right += "R";
        _ = Instruction with { Value = new Money(100, right) };
        """)]
    public async Task A_text_that_is_put_together_or_changed_is_judged(string statements) =>
        await Shop.CheckAsync(Shop.Method(statements, "private const int Mind_Palace = 1;"));

    [Theory]
    [InlineData("sbyte")]
    [InlineData("byte")]
    [InlineData("short")]
    [InlineData("ushort")]
    [InlineData("int")]
    [InlineData("uint")]
    [InlineData("long")]
    [InlineData("ulong")]
    public Task A_whole_number_is_put_into_a_text_as_it_is(string type) => Shop.CheckAsync(Shop.Method($$"""
        {{type}} day = 100;
        _ = new WorldpayNarrative { Line1 = {|APM1004:"The order of the day, " + day|} };
        _ = new WorldpayNarrative { Line1 = "The order of day " + day };
        """));

    [Theory]
    [InlineData("""
        _ = new WorldpayMerchant { Entity = $"{|APM1005:shop_|}{number}" };
        _ = new WorldpayMerchant { Entity = $"shop-{number}" };
        """)]
    [InlineData("""
        _ = new WorldpayMerchant { Entity = {|APM1005:"shop_"|} + text };
        _ = new WorldpayMerchant { Entity = "shop-" + text };
        """)]
    [InlineData("""
        _ = new WorldpayMerchant { Entity = string.Concat(text, {|APM1005:"_shop"|}) };
        _ = new WorldpayMerchant { Entity = string.Concat(text, "-shop") };
        """)]
    [InlineData("""
        _ = new WorldpayNarrative { Line1 = $"{|APM1004:The order with the number |}{number}" };
        _ = new WorldpayNarrative { Line1 = $"The order {number}" };
        """)]
    [InlineData("""
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"{|APM1005:order |}{text}" };
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"order-{text}" };
        """)]
    [InlineData("""
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $" {text} ".Trim() };
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"{|APM1005:order no |}{text}".Trim() };
        """)]
    [InlineData("""
        var none = "";
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"{none} {none} order-{text}".TrimStart() };
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"{text}-order {none} {none}".TrimEnd() };
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $" order-{text}".TrimStart() };
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"{text}-order ".TrimEnd() };
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"{text}{|APM1005: order |}".TrimStart() };
        _ = default(AlipayHkPaymentRequest)! with { TransactionReference = $"{|APM1005: order |}{text}".TrimEnd() };
        """)]
    public async Task The_known_parts_of_a_text_are_judged(string statements) => await Shop.CheckAsync(Shop.Method(statements));
}
