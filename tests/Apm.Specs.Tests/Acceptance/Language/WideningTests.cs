using Apm.Specs.Tests.Acceptance.Markup;

namespace Apm.Specs.Tests.Acceptance.Language;

/// <summary>APM0009: a method narrows what its API says and never widens it.</summary>
public sealed class WideningTests
{
    [Theory]
    [InlineData("reference: { length: [|1..65|] }", "64")]
    [InlineData("reference: { length: [|0..64|] }", "1")]
    [InlineData("reference: { length: [|1..|] }", "64")]
    [InlineData("reference: { pattern: [|'[A-Za-z0-9-]*'|] }", "-")]
    [InlineData("reference: { pattern: [|'SHOP_[0-9]+'|] }", "_")]
    [InlineData("reference: { required: [|false|] }", "required")]
    [InlineData("reference: { type: [|integer|] }", "string")]
    [InlineData("order.device: { values: [WEB, [|PHONE|]] }", "PHONE")]
    [InlineData("order.country: { values: [DE, [|IT|]] }", "IT")]
    [InlineData("order.value: { minor-units: [|0..100|] }", "1")]
    [InlineData("order.value: { minor-units: [|1..1000000000|] }", "999999999")]
    [InlineData("order.days: { range: [|1..31|] }", "30")]
    [InlineData("order.line: { length: [|1..24|] }", "2")]
    [InlineData("order.buyer.name: { required: [|false|] }", "required")]
    [InlineData("order.buyer: { type: object, required: [|false|] }", "required")]
    public void Of_a_field(string field, string fact)
    {
        var method = Spec.Method.Replaced("  order.device: { values: [WEB, APP] }", "  " + field);

        var diagnostic = Verify.Method(method, "APM0009", fact, Spec.ApiFile);

        Assert.Equal(Spec.ApiFile, diagnostic.Related?.File);
    }

    [Fact]
    public void Of_the_currencies()
    {
        var diagnostic = Verify.Method(Spec.Method.Replaced("CLF]", "CLF, [|USD|]]"), "APM0009", "USD", Spec.ApiFile);

        Assert.Equal(Spec.ApiFile, diagnostic.Related?.File);
    }

    [Theory]
    [InlineData("reference: { length: 1..64 }")]
    [InlineData("reference: { length: 2..20, pattern: '[A-Z]*' }")]
    [InlineData("reference: { pattern: 'SHOP[0-9]{1,12}' }")]
    [InlineData("reference: { required: true }")]
    [InlineData("order.line: { pattern: '[ab]+' }")]
    [InlineData("order.line: { required: false }")]
    [InlineData("order.line: { required: true }")]
    [InlineData("order.line: { pattern: '[a-f]{2,24}' }")]
    [InlineData("order.country: { values: [FR] }")]
    [InlineData("order.country: { required: true }")]
    [InlineData("order.value: { minor-units: 100..500 }")]
    [InlineData("order.days: { range: 7..7 }")]
    [InlineData("order.buyer.news: { required: true, default: false }")]
    [InlineData("order.extra: { type: string }")]
    [InlineData("order.buyer.address.city: { type: string }")]
    public void Narrowing_is_silent(string field) =>
        Verify.Silent(Spec.MethodDiagnostics(Spec.Method.Replaced("  order.device: { values: [WEB, APP] }", "  " + field)));
}
