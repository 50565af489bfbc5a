using System.Text.Json;
using System.Text.Json.Nodes;

namespace Apm.EndToEnd.Tests;

public class JsonTests
{
    /// <summary>Ours, and the gateway's own where its page is at hand.</summary>
    public static TheoryData<string> Examples => [Own, .. PublishedExample.Read()];

    private const string Own = """
        {
          "transactionReference": "ORDER-(1)/2026",
          "merchant": { "entity": "Shop of Tests" },
          "instruction": {
            "narrative": { "line1": "Shop, Kowloon" },
            "value": { "amount": 12850, "currency": "HKD" },
            "paymentInstrument": {
              "type": "alipay_hk",
              "successURL": "https://shop.example/paid?a=1&b=%20",
              "pendingURL": "http://shop.example/pending",
              "failureURL": "https://shop.example/failed",
              "deviceType": "TABLET"
            }
          }
        }
        """;

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_request_writes_back_the_JSON_it_was_read_from_member_for_member(string json)
    {
        var request = JsonSerializer.Deserialize(json, WorldpayJson.AlipayHkPaymentRequest)!;

        Assert.True(request.Validate().IsValid, request.Validate().ToString());
        Assert.Equal(
            JsonNode.Parse(json)!.ToJsonString(),
            JsonNode.Parse(JsonSerializer.Serialize(request, WorldpayJson.AlipayHkPaymentRequest))!.ToJsonString());
    }

    [Theory]
    [InlineData("transactionReference", "$.transactionReference")]
    [InlineData("instruction.value", "$.instruction.value")]
    [InlineData("instruction.value.currency", "$.instruction.value.currency")]
    [InlineData("instruction.paymentInstrument.type", "$.instruction.paymentInstrument.type")]
    public void A_missing_member_is_named_with_its_path(string removed, string path)
    {
        var json = JsonNode.Parse(Own)!;
        var names = removed.Split('.');
        names[..^1].Aggregate(json, (node, name) => node[name]!).AsObject().Remove(names[^1]);

        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json.ToJsonString(), WorldpayJson.AlipayHkPaymentRequest));

        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"alipay_hk\"", "\"other\"", "$.instruction.paymentInstrument.type")]
    [InlineData("\"TABLET\"", "\"PHONE\"", "$.instruction.paymentInstrument.deviceType")]
    [InlineData("12850", "128.5", "$.instruction.value.amount")]
    [InlineData("12850", "\"12850\"", "$.instruction.value.amount")]
    [InlineData("{ \"entity\": \"Shop of Tests\" }", "[]", "$.merchant")]
    public void A_wrong_value_is_named_with_its_path(string good, string bad, string path)
    {
        var error = Assert.Throws<JsonException>(() =>
            JsonSerializer.Deserialize(Own.Replace(good, bad, StringComparison.Ordinal), WorldpayJson.AlipayHkPaymentRequest));

        Assert.Equal(path, error.Path);
    }

    [Fact]
    public void Members_that_the_spec_does_not_know_are_passed_over_when_read()
    {
        var json = Own.Replace("\"merchant\"", "\"later\": { \"a\": [1, 2, { \"b\": null }] }, \"merchant\"", StringComparison.Ordinal);

        Assert.Equal(
            JsonSerializer.Deserialize(Own, WorldpayJson.AlipayHkPaymentRequest),
            JsonSerializer.Deserialize(json, WorldpayJson.AlipayHkPaymentRequest));
    }

    [Fact]
    public void A_request_can_be_a_part_of_a_shops_own_JSON()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = WorldpayJson.Resolver };

        var text = JsonSerializer.Serialize(Orders.Valid("R-1"), options.GetTypeInfo(typeof(AlipayHkPaymentRequest)));

        Assert.StartsWith("""{"transactionReference":"R-1",""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_request_that_breaks_rules_is_still_JSON()
    {
        var request = new AlipayHkPaymentRequest
        {
            TransactionReference = null!,
            Merchant = null!,
            Instruction = new()
            {
                Narrative = new() { Line1 = "\ud800\"\\\u0001é" },
                Value = default,
                PaymentInstrument = new()
                {
                    SuccessUrl = null!,
                    PendingUrl = null!,
                    FailureUrl = new("not/absolute", UriKind.Relative),
                    DeviceType = (AlipayHkDeviceType)99,
                },
            },
        };

        var json = JsonNode.Parse(JsonSerializer.Serialize(request, WorldpayJson.AlipayHkPaymentRequest))!;

        Assert.Equal(["instruction"], json.AsObject().Select(member => member.Key));
        Assert.Equal("\ufffd\"\\\u0001é", json["instruction"]!["narrative"]!["line1"]!.GetValue<string>());
        Assert.Equal("not/absolute", json["instruction"]!["paymentInstrument"]!["failureURL"]!.GetValue<string>());
    }

    [Fact]
    public void A_payment_keeps_everything_that_the_gateway_said()
    {
        const string Answer =
            """{"paymentId":"p=:+/1","lastEvent":"authorized","later":{"code":7}"""
            + ""","_links":{"self":{"href":"https://g.example/apmPayments/p=:+/1"},"curies":[{"name":"x"}]"""
            + ""","partialReverse":{"href":"https://g.example/a"}},"_actions":{},"url":""}""";

        var payment = AlipayHkPayment.Parse(Answer);

        Assert.Equal("p=:+/1", payment.PaymentId);
        Assert.Equal(WorldpayLastEvent.Authorized, payment.LastEvent);
        Assert.Equal("https://g.example/apmPayments/p=:+/1", payment.Self);
        Assert.Null(payment.Redirect);
        Assert.Equal([new PaymentAction("partialReverse", "https://g.example/a")], payment.Actions);
        Assert.True(payment.TryGetMember("later.code", out var code));
        Assert.Equal(7, code.GetInt32());
        Assert.Equal(Answer, payment.RawJson);
        Assert.Equal(Answer, JsonSerializer.Serialize(payment, WorldpayJson.AlipayHkPayment));
    }
}
