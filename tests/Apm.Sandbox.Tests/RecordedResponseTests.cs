using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

/// <summary>The sandbox answers in the shape of the responses that are recorded beside the specs.</summary>
public class RecordedResponseTests
{
    private const string Exchanges = """
        exchanges: kiosk/v3/paybean
        recorded:
          - name: our reading
            operation: pay
            response: { status: 200, body: { order: { number: X-1, phase: open }, mine: true } }
          - name: a payment
            source: { url: https://docs.example.com, example: Payment }
            operation: pay
            response:
              status: 200
              body: { order: { number: X-1, phase: open, extra: { text: kept, list: [1] } }, go: 'https://elsewhere.example' }
          - name: a paid payment
            source: { url: https://docs.example.com, example: Paid }
            operation: query
            response:
              status: 200
              body: { order: { number: X-1, phase: done, links: { give-back: { at: 'https://elsewhere.example', verb: POST }, void: { at: x } } }, since: 5 }
            read: { status: done }
          - name: an open payment
            source: { url: https://docs.example.com, example: Open }
            operation: query
            response: { status: 200, body: { order: { number: X-1, phase: open, links: {} }, waiting: true } }
            read: { status: open }
          - name: an error
            operation: pay
            response: { status: 422, body: { problem: { code: wrong }, bad: true } }
        """;

    [Fact]
    public async Task A_mistake_is_reported_and_its_exchange_is_not_used()
    {
        using var shop = Open(Exchanges.Replace("response:\n      status: 200\n      body: { order: { number: X-1, phase: open, extra", """
            reponse:
                  status: 200
                  body: { order: { number: X-1, phase: open, extra
            """, StringComparison.Ordinal));

        Assert.Contains(shop.Gateway.Diagnostics, diagnostic => diagnostic.Message.Contains("did you mean 'response'", StringComparison.Ordinal));
        Assert.True(JsonNode.Parse((await shop.PayAsync()).Text)!.AsObject().ContainsKey("mine"));
    }

    [Fact]
    public void A_file_whose_id_names_no_spec_is_reported()
    {
        using var shop = Open(Exchanges.Replace("kiosk/v3/paybean", "kiosk/v3/paybeam", StringComparison.Ordinal));

        Assert.Contains(
            shop.Gateway.Diagnostics,
            diagnostic => diagnostic.Message == "no spec has the id 'kiosk/v3/paybeam': did you mean 'kiosk/v3/paybean'?");
    }

    [Fact]
    public async Task A_published_body_gives_the_shape_and_the_payment_gives_the_values()
    {
        using var shop = Open(Exchanges);

        var payment = JsonNode.Parse((await shop.PayAsync()).Text)!.AsObject();

        Assert.Equal("""{"text":"kept","list":[1]}""", payment["order"]!["extra"]!.ToJsonString());
        Assert.NotEqual("X-1", payment["order"]!["number"]!.GetValue<string>());
        Assert.DoesNotContain("elsewhere.example", payment["go"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(payment.ContainsKey("mine"));
    }

    [Theory]
    [InlineData("klarna", "a payment by token", "authorized", false)]
    [InlineData("klarna", "a payment that begins a subscription", "pending", true)]
    [InlineData("sepa", "a payment by token", "pending", true)]
    public async Task A_payment_that_was_recorded_without_a_customer_is_answered_without_one(string method, string name, string status, bool hasPage)
    {
        var id = "worldpay/2024-07-01/" + method;
        var recorded = PackedTexts.All.Select(file => ExchangeReader.Read(file.File, file.Text)).Single(file => file.SpecId == id)
            .Exchanges.Single(exchange => exchange.Name == name).Steps[0].Message!.Body!.Text;
        var gateway = new Gateway();
        using var shop = new Shop(gateway, method: gateway.Methods.Single(known => known.SpecId == id));

        var payment = JsonNode.Parse((await shop.PayAsync(JsonNode.Parse(recorded)!.AsObject())).Text)!;

        Assert.Equal(status, payment["lastEvent"]!.GetValue<string>());
        Assert.Equal(hasPage, payment["redirect"]?.GetValue<string>().Length > 0);
    }

    [Fact]
    public async Task The_body_with_the_status_of_the_payment_is_chosen_and_its_links_lead_to_the_sandbox()
    {
        using var shop = Open(Exchanges);
        var payment = await shop.PayAsync();
        var open = JsonNode.Parse((await shop.QueryAsync(payment.Self)).Text)!;
        await shop.Gateway.Customer.AuthorizeAsync(payment.Redirect);
        var paid = JsonNode.Parse((await shop.QueryAsync(payment.Self)).Text)!;

        Assert.True(open["waiting"]!.GetValue<bool>());
        Assert.Null(open["since"]);
        Assert.Equal(5, paid["since"]!.GetValue<int>());
        var links = paid["order"]!["links"]!.AsObject();
        Assert.Equal("POST", links["give-back"]!["verb"]!.GetValue<string>());
        Assert.StartsWith(shop.Address.ToString(), links["give-back"]!["at"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.False(links.ContainsKey("void"));
    }

    [Fact]
    public async Task Without_a_recorded_body_the_response_has_the_members_of_the_spec()
    {
        using var shop = Open(Exchanges.Replace("paybean", "paypod", StringComparison.Ordinal));

        var payment = JsonNode.Parse((await shop.PayAsync()).Text)!.AsObject();

        Assert.Equal(["go", "order"], payment.Select(member => member.Key).Order());
    }

    [Theory]
    [InlineData("alipay_hk", "paymentInstrument")]
    [InlineData("pix", "transactionCode")]
    public async Task The_packed_methods_answer_as_the_gateway_publishes(string method, string member)
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway, method: gateway.Methods.Single(known => known.SpecId == "worldpay/2024-07-01/" + method));

        var payment = JsonNode.Parse((await shop.PayAsync()).Text)!.AsObject();

        Assert.True(payment.ContainsKey(member));
    }

    private static Shop Open(string exchanges)
    {
        var gateway = new Gateway(new() { Specs = [.. ForeignSpec.Texts, ("exchanges/paybean.yaml", exchanges)] });
        return new Shop(gateway, method: gateway.Methods.Single(method => method.Id == "paybean"));
    }
}
