namespace Apm.Specs.Tests;

/// <summary>New fields that are probably a misspelt field of the API.</summary>
public class AlmostKnownFieldTests
{
    [Theory]
    [InlineData("Id: { type: string }", "'Id' is a new field, but there is already 'id': write id")]
    [InlineData("order.Kind: { type: string }", "write order.kind")]
    [InlineData("Order.kind: { type: string }", "'Order' is a new field, but there is already 'order': write order.kind")]
    [InlineData("order.contry: { type: string }", "write order.country")]
    [InlineData("order.countyr: { type: string }", "write order.country")]
    [InlineData("order.counts: { type: string }", "write order.count")]
    [InlineData("order.buyers.name: { type: string }", "write order.buyer.name")]
    [InlineData("wallet.done_url: { type: url }", "write wallet.doneUrl")]
    [InlineData("wallet.doneURL: { type: url }", "write wallet.doneUrl")]
    [InlineData("wallet.doneUrls: { type: url }", "write wallet.doneUrl")]
    [InlineData("orderKind: { type: string }", "'orderKind' is a new field, but there is already 'order.kind': write order.kind")]
    [InlineData("wallet.done.url: { type: url }", "write wallet.doneUrl")]
    [InlineData("buyer.name: { type: string }", "'buyer.name' is a new field, but there is already 'order.buyer.name': write order.buyer.name")]
    public void A_near_path_is_reported(string field, string words)
    {
        var path = field[..field.IndexOf(':', StringComparison.Ordinal)];
        Gateway.ExpectInMethod(SpecDescriptors.AlmostKnownField, Gateway.WithField($"[|{path}|]{field[path.Length..]}"), words);
    }

    [Theory]
    [InlineData("order.county: { type: string }")]
    [InlineData("order.line2: { type: string }")]
    [InlineData("order.notes2: { type: string }")]
    [InlineData("order.amounts.net: { type: string }\n  order.amount: { minor-units: 1..9 }")]
    [InlineData("order.mind: { type: string }")]
    [InlineData("order.kinder: { type: string }")]
    [InlineData("wallet.paidUrls: { type: url }")]
    [InlineData("wallet.downUrl: { type: url }")]
    [InlineData("wallet.country: { type: country }")]
    [InlineData("shop.order.kind: { type: string }")]
    [InlineData("order.count.unit: { type: string }")]
    [InlineData("kind: { type: string }")]
    [InlineData("buyer.age: { type: string }")]
    [InlineData("buyer.name: { type: string }\n  order.buyer.name: { length: 1..9 }")]
    public void Another_name_is_another_field(string field) => Assert.DoesNotContain(
        Gateway.BindMethod(Gateway.WithField(field)).Diagnostics,
        diagnostic => diagnostic.Rule == SpecDescriptors.AlmostKnownField);

    [Theory]
    [InlineData("payer", "payee")]
    [InlineData("insurer", "insured")]
    [InlineData("consignor", "consignee")]
    [InlineData("minAmount", "maxAmount")]
    [InlineData("netAmount", "taxAmount")]
    [InlineData("address1", "address2")]
    [InlineData("billingAddress", "shippingAddress")]
    [InlineData("startDate", "endDate")]
    [InlineData("status", "state")]
    [InlineData("firstName", "lastName")]
    [InlineData("successUrl", "success")]
    public void Names_of_different_things_are_not_alike(string one, string other)
    {
        Assert.False(new SimilarName(one).IsLike(new SimilarName(other)));
        Assert.False(new SimilarName(other).IsLike(new SimilarName(one)));
    }

    [Theory]
    [InlineData("narative", "narrative")]
    [InlineData("resultUrl", "resultUrls")]
    [InlineData("paymentInstrment", "paymentInstrument")]
    [InlineData("custmoerId", "customerId")]
    [InlineData("referance", "reference")]
    [InlineData("successURL", "successUrl")]
    [InlineData("session-href", "sessionHref")]
    public void A_misspelt_name_is_alike(string wrong, string right)
    {
        Assert.True(new SimilarName(wrong).IsLike(new SimilarName(right)));
        Assert.True(new SimilarName(right).IsLike(new SimilarName(wrong)));
    }

    [Fact]
    public void A_member_of_a_misspelt_object_is_reported_once() => Gateway.ExpectInMethod(
        SpecDescriptors.AlmostKnownField,
        Gateway.WithField("[|order.buyers.name|]: { type: string }") + "  order.buyers.mail: { type: email }\n");

    [Fact]
    public void The_body_of_an_operation_has_fields_of_the_API_too() => Expect.At(
        SpecDescriptors.AlmostKnownField,
        Gateway.Method + "operations: { refund: { body: { [|reasons|]: { type: string } } } }\n",
        text => Gateway.BindMethod(text, Gateway.Api.Edited("while: [captured]", "while: [captured], body: { reason: { type: string } }")).Diagnostics,
        "write reason");

    [Fact]
    public void It_is_a_warning() => Assert.Equal(SpecSeverity.Warning, SpecDescriptors.AlmostKnownField.Severity);
}
