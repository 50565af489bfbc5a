using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Catalogue.Tests.Mollie;

namespace Apm.Catalogue.Tests.Published;

/// <summary>
/// The responses and errors that Mollie publishes are read without loss. Of its requests, most are not of this API's methods: they are
/// forms without a method, with metadata as a text that contains JSON, or payments by card, or they have no reference.
/// </summary>
public class MollieBodyTests
{
    private static readonly IReadOnlyList<KeyValuePair<string, JsonObject>> s_all = PublishedFile.Read("mollie-examples.json");

    private static readonly List<JsonObject> s_objects = [.. s_all
        .Where(example => example.Value["kind"]!.GetValue<string>() == "response")
        .SelectMany(example => Objects(example.Value["body"]))];

    [Fact]
    public void A_payment_is_read_without_loss() => PublishedFile.Each(s_objects, body => Resource(body) == "payment", body =>
    {
        var payment = (MolliePayment)GeneratedTypes.Of(Spec(body)).ReadPayment(body);

        Assert.True(JsonNode.DeepEquals(body, JsonNode.Parse(payment.RawJson)));
        Assert.Equal(Text(body, "id"), payment.Self);
        Assert.Equal(Text(body, "status"), payment.Status.Value);
        Assert.NotEqual(PaymentState.Unknown, payment.State);
        Assert.Equal(Money(body["amount"]), payment.Value);
        Assert.Equal(body["_links"]?["checkout"]?["href"]?.GetValue<string>(), payment.Redirect);
        Assert.Equal(Money(body["amountRefunded"]), payment.RefundedValue);
        Assert.Equal(Money(body["amountCaptured"]), payment.CapturedValue);
        Assert.Equal(body["isCancelable"]?.GetValue<bool>(), payment.IsCancelable);
    });

    [Fact]
    public void A_refund_is_read_without_loss() => PublishedFile.Each(s_objects, body => Resource(body) == "refund", body =>
    {
        var refund = Client(HttpStatusCode.OK, body).QueryRefundAsync("tr_1", "re_1").GetAwaiter().GetResult();

        Assert.Equal((Text(body, "id"), Text(body, "status"), Money(body["amount"])), (refund.Id, refund.Status.Value, refund.Value));
        Assert.NotEqual(RefundState.Unknown, refund.State);
        Assert.True(JsonNode.DeepEquals(body, JsonNode.Parse(refund.RawJson)));
    });

    [Fact]
    public void A_capture_is_read_without_loss() => PublishedFile.Each(s_objects, body => Resource(body) == "capture", body =>
    {
        var capture = Client(HttpStatusCode.OK, body).QueryCaptureAsync("tr_1", "cpt_1").GetAwaiter().GetResult();

        Assert.Equal((Text(body, "id"), Money(body["amount"])), (capture.Id, capture.Value));
        Assert.True(JsonNode.DeepEquals(body, JsonNode.Parse(capture.RawJson)));
    });

    [Fact]
    public void An_error_is_read_without_loss() => PublishedFile.Each(s_all, example => IsError(example.Value), example =>
    {
        var body = example.Value["body"]!.AsObject();
        var client = Client((HttpStatusCode)example.Value["status"]!.GetValue<int>(), body);

        var error = Assert.ThrowsAny<ApmException>(() => client.QueryAsync<IdealPayment>("tr_1").GetAwaiter().GetResult());

        var refused = Assert.IsType<ApmGatewayException>(error is ApmGatewayException ? error : error.InnerException);
        Assert.Equal(Text(body, "detail"), refused.GatewayMessage);
        Assert.Equal(Text(body, "field"), refused.Errors.SingleOrDefault()?.JsonPath);
    });

    [Fact]
    public void A_capture_in_a_form_has_the_fields_of_the_spec() =>
        PublishedFile.Each(s_all, example => example.Key == "create-capture-request-shell", example =>
        {
            var form = string.Join('&', example.Value["body"]!["form"]!.AsArray().Select(field =>
                $"{Uri.EscapeDataString(field![0]!.GetValue<string>())}={Uri.EscapeDataString(field[1]!.GetValue<string>())}"));
            var method = GeneratedTypes.Of("mollie/v2/klarna");
            var json = JsonNode.Parse(Apm.Specs.FormText.ToJson(form)!)!;

            var body = method.Read(json, method.Body("partial-settle")!);

            Assert.Empty(method.Validate(body, null)!.Violations);
            Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(method.Write(body))));
        });

    private static bool IsError(JsonObject example) =>
        example["kind"]!.GetValue<string>() == "error" && example["body"]!["status"] is JsonValue status && status.TryGetValue<int>(out _);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject body when Resource(body) is "payment" or "refund" or "capture" => [body],
        JsonObject body when body["_embedded"] is JsonObject embedded => embedded.SelectMany(list => list.Value as JsonArray ?? []).SelectMany(Objects),
        _ => [],
    };

    private static string Spec(JsonObject body) =>
        "mollie/v2/" + (GeneratedTypes.Specs.Contains("mollie/v2/" + Text(body, "method")) ? Text(body, "method") : "ideal");

    private static string? Resource(JsonObject body) => Text(body, "resource");

    private static string? Text(JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static Money? Money(JsonNode? money) => money is null ? null : Apm.Money.FromMajor(
        decimal.Parse(money["value"]!.GetValue<string>(), CultureInfo.InvariantCulture),
        money["currency"]!.GetValue<string>());

    private static MollieClient Client(HttpStatusCode status, JsonObject body) =>
        new(ApmHttpHandler.CreateClient(new Answering(status, body.ToJsonString())), new MollieClientOptions { Token = "test_key" });

    private sealed class Answering(HttpStatusCode status, string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status)
            {
                RequestMessage = request,
                Content = new StringContent(json, Encoding.UTF8, "application/hal+json"),
            });
    }
}
