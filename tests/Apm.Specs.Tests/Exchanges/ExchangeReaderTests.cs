using System.Text.Json.Nodes;

namespace Apm.Specs.Tests;

/// <summary>Files of recorded exchanges.</summary>
public class ExchangeReaderTests
{
    private const string Whole = """
        exchanges: gateway/1/wallet
        recorded:
          - name: paid and refunded
            source: { url: https://docs.example.com/payments, example: 'Payment request, first', updated: 2026-01-31 }
            steps:
              - operation: pay
                request:
                  headers: { Idempotency-Key: key-1 }
                  body: { order: { id: '1', total: 12.50, lines: [{ gift: true, note: null, text: "a\"b" }] } }
                response: { status: 201, body: { id: P-1 } }
                read: { id: P-1, status: open, state: pending, operations: [] }
              - operation: refund
                request: { form: { 'a[b]': x y, c: '' } }
                response: { status: 202, text: OK }
          - name: settled
            webhook: { headers: { Signature: 1/SHA256/00 }, keys: { 1: secret }, body: { id: E-1 } }
            read: { type: settled, value: 12.34 HKD, classification: payment, timestamp: '2026-01-31T10:00:00Z', members: { tokenId: 12, until: 2026-01-31 } }
          - name: too much
            operation: pay
            request: { body: {} }
            refused: { at: [$.order, '$.order.id'], because: the page requires an order }
        """;

    [Fact]
    public void A_file_is_read_whole()
    {
        var file = ExchangeReader.Read("exchanges/wallet.yaml", Whole);

        Assert.Empty(file.Diagnostics);
        Assert.Equal("gateway/1/wallet", file.SpecId);
        Assert.Equal(["paid and refunded", "settled", "too much"], file.Exchanges.Select(exchange => exchange.Name));
        var (first, second, third) = (file.Exchanges[0], file.Exchanges[1], file.Exchanges[2]);
        Assert.True(first.IsPublished);
        Assert.Equal(new ExchangeSource("https://docs.example.com/payments", "Payment request, first", "2026-01-31"), first.Source);
        Assert.Equal(["pay", "refund"], first.Steps.Select(step => step.Operation));
        var pay = first.Steps[0];
        Assert.Equal([new ExchangeHeader("Idempotency-Key", "key-1")], pay.Message!.Headers);
        Assert.Equal((201, """{"id":"P-1"}"""), (pay.Response!.Status, pay.Response.Message.Body!.Text));
        Assert.Equal(("P-1", "open", PaymentState.Pending), (pay.Reading.Id, pay.Reading.Status, pay.Reading.State));
        Assert.Empty(Assert.NotNull(pay.Reading.Operations));
        Assert.Equal("a%5Bb%5D=x%20y&c=", first.Steps[1].Message!.Body!.Text);
        Assert.Equal((ExchangeBodyKind.Text, "OK"), (first.Steps[1].Response!.Message.Body!.Kind, first.Steps[1].Response!.Message.Body!.Text));
        Assert.True(second.Steps[0].IsWebhook);
        Assert.Equal(("settled", "12.34 HKD"), (second.Steps[0].Reading.Type, second.Steps[0].Reading.Value));
        Assert.Equal([new ExchangeKey("1", "secret")], second.Steps[0].Message!.Keys);
        Assert.Equal("1/SHA256/00", second.Steps[0].Message!.Header("signature"));
        Assert.Equal(("payment", "2026-01-31T10:00:00Z"), (second.Steps[0].Reading.Classification, second.Steps[0].Reading.Timestamp));
        Assert.Equal([new ExchangeMember("tokenId", "12"), new ExchangeMember("until", "2026-01-31")], second.Steps[0].Reading.Members);
        Assert.Equal(["$.order", "$.order.id"], third.Steps[0].Refusal!.At);
        Assert.False(third.IsPublished);
    }

    [Fact]
    public void A_body_in_YAML_is_the_JSON_that_a_reader_expects()
    {
        var body = ExchangeReader.Read("exchanges/wallet.yaml", Whole).Exchanges[0].Steps[0].Message!.Body!.Text;

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{ "order": { "id": "1", "total": 12.50, "lines": [{ "gift": true, "note": null, "text": "a\"b" }] } }"""),
            JsonNode.Parse(body)));
    }

    [Theory]
    [InlineData("[|recorded|]: [{ name: a, operation: query, response: { status: 200 } }]", "APM0003", "exchanges")]
    [InlineData("exchanges: g/1/w\nrecorded: [|{ a: b }|]", "APM0004", "not a mapping")]
    [InlineData("exchanges: g/1/w\nrecorded: [|[]|]", "APM0003", "is empty")]
    [InlineData("E: [|text|] ]", "APM0004", "must be a mapping")]
    [InlineData("E: { [|name|]: a } ]", "APM0003", "'operation'")]
    [InlineData("E: { name: a, operation: [|payy|], response: { status: 200 } } ]", "APM0007", "did you mean 'pay'")]
    [InlineData("E: { name: a, operation: query, [|webhook|]: { body: {} } } ]", "APM0017", "either a request or a webhook")]
    [InlineData("E: { name: a, webhook: { body: {} }, [|refused|]: { at: $.a, because: b } } ]", "APM0016", "does not apply to a webhook")]
    [InlineData("E: { [|name|]: a, operation: query } ]", "APM0003", "'request', 'response' or both")]
    [InlineData("E: { name: a, operation: query, response: { status: [|99|] } } ]", "APM0004", "100 to 599")]
    [InlineData("E: { name: a, operation: pay, [|refused|]: { at: $.a, because: b }, response: { status: 422 } } ]", "APM0003", "needs the request")]
    [InlineData(
        "E: { name: a, operation: pay, request: { body: {} }, [|refused|]: { at: $.a, because: b }, response: { status: 201 } } ]",
        "APM0017",
        "a request with a successful response is not refused")]
    [InlineData("E: { name: a, operation: query, request: { get: [|payments|] } } ]", "APM0004", "begins with '/'")]
    [InlineData("E: { name: a, operation: query, request: { get: /a, [|post|]: /b } } ]", "APM0017", "one address")]
    [InlineData("E: { name: a, operation: pay, request: { [|POST|]: /a } } ]", "APM0002", "'post'")]
    [InlineData("E: { name: a, operation: pay, request: { [|pots|]: /a } } ]", "APM0002", "did you mean 'post'")]
    [InlineData("E: { name: a, operation: query, request: { [|gett|]: /a } } ]", "APM0002", "did you mean 'get'")]
    [InlineData("E: { name: a, operation: query, response: { status: 200, [|get|]: /a } } ]", "APM0002", "its keys are")]
    [InlineData("E: { name: a, webhook: { [|post|]: /a, body: {} } } ]", "APM0002", "its keys are")]
    [InlineData("E: { name: a, operation: query, request: {}, [|reponse|]: { status: 200 } } ]", "APM0002", "did you mean 'response'")]
    [InlineData("E: { name: a, operation: pay, request: { body: {}, [|form|]: {} } } ]", "APM0017", "one body")]
    [InlineData("E: { name: a, operation: pay, request: { form: { a: [|[b]|] } } } ]", "APM0004", "one text")]
    [InlineData("E: { name: a, operation: pay, request: { body: {} }, refused: { at: [|order.id|], because: b } } ]", "APM0004", "$.order.id")]
    [InlineData("E: { name: a, operation: query, response: { status: 200 }, read: { state: [|payed|] } } ]", "APM0004", "did you mean 'paid'")]
    [InlineData("E: { name: a, webhook: { body: {} }, read: { members: [|[tokenId]|] } } ]", "APM0004", "not a list")]
    [InlineData("E: { name: a, webhook: { body: {} }, read: { members: { tokenId: [|{}|] } } } ]", "APM0004", "one text")]
    [InlineData("E: { name: a, webhook: { keys: { 1: [|[secret]|] }, body: {} } } ]", "APM0004", "one text")]
    [InlineData("E: { name: a, operation: query, request: { [|keys|]: { 1: a } } } ]", "APM0002", "its keys are")]
    [InlineData("E: { name: a, [|operation|]: pay, steps: [{ operation: query, request: {} }] } ]", "APM0017", "'steps'")]
    [InlineData("E: { name: a, operation: query, request: {} }, { name: [|a|], operation: query, request: {} } ]", "APM0008", "another exchange")]
    [InlineData("E: { name: a, operation: query, respons[||]e: { status: 200 } }", "APM0001", "")]
    public void A_mistake_is_reported_at_its_place(string shortened, string rule, string words)
    {
        var marked = shortened.Replace("E: ", "exchanges: g/1/w\nrecorded: [ ", StringComparison.Ordinal);
        var file = ExchangeReader.Read("exchanges/wallet.yaml", Markup.Parse(marked).Text);

        if (rule == "APM0001")
        {
            Assert.Equal(rule, Assert.Single(file.Diagnostics).Rule.Id);
            return;
        }

        Expect.At(Expect.Rule(rule), marked, text => ExchangeReader.Read("exchanges/wallet.yaml", text).Diagnostics, words);
    }

    [Fact]
    public void A_mistake_takes_its_own_exchange_only()
    {
        var file = ExchangeReader.Read(
            "exchanges/wallet.yaml",
            "exchanges: g/1/w\nrecorded: [ { name: a, operation: qurey, response: { status: 200 } }, "
                + "{ name: b, operation: query, response: { status: 200 } } ]");

        Assert.Equal("b", Assert.Single(file.Exchanges).Name);
    }
}
