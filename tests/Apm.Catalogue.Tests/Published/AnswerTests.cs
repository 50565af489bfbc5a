using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Apm.Catalogue.Tests.V2024;

namespace Apm.Catalogue.Tests.Published;

/// <summary>The answers and errors that the gateway publishes are read without loss.</summary>
public class AnswerTests
{
    [Fact]
    public void An_answer_is_read_without_loss() => PublishedBodies.Each(body => body.IsAnswer, body =>
    {
        var payment = (WorldpayPayment)body.Generated().ReadPayment(body.Json);

        Assert.True(JsonNode.DeepEquals(body.Json, JsonNode.Parse(payment.RawJson)));
        Assert.Equal(Text(body, "paymentId"), payment.PaymentId);
        Assert.Equal(Text(body, "lastEvent"), payment.LastEvent.Value);
        Assert.NotEqual(PaymentState.Unknown, payment.State);
        Assert.Equal(Text(body, "commandId"), payment.CommandId);
        Assert.Equal(Text(body, "redirect"), payment.Redirect ?? payment.QrCode);
        Assert.Equal(body.Json["_links"]!["self"]!["href"]!.GetValue<string>(), payment.Self);
        Assert.Equal(
            body.Json["_actions"]!.AsObject().Select(action => (action.Key, action.Value!["href"]!.GetValue<string>())).Order(),
            payment.Actions.Where(action => action.Name != "self").Select(action => (action.Name, action.Href)).Order());
    });

    [Fact]
    public void What_a_method_adds_to_an_answer_is_read() => PublishedBodies.Each(body => body.IsAnswer && body.Method is "pix" or "paypal", body =>
    {
        var payment = body.Generated().ReadPayment(body.Json);

        Assert.Equal(Text(body, "transactionCode"), (payment as PixPayment)?.TransactionCode);
        Assert.Equal(body.Json["paymentInstrument"]!["sdkReference"]?.GetValue<string>(), (payment as PaypalPayment)?.SdkReference);
    });

    [Fact]
    public void An_error_is_read_without_loss() => PublishedBodies.Each(body => body.IsError, body =>
    {
        var refused = Refuse(body);

                Assert.Equal(Text(body, "errorName"), refused.ErrorName);
                Assert.Equal(Text(body, "message"), refused.GatewayMessage);
                Assert.Equal(
                    (body.Json["validationErrors"]?.AsArray() ?? []).Select(error => new ApmGatewayError(
                        error!["errorName"]!.GetValue<string>(),
                        error["message"]!.GetValue<string>(),
                        error["jsonPath"]!.GetValue<string>())),
                    refused.Errors);
                Assert.Equal(body.Name == "response-duplicate-order-400", refused.IsDuplicateReference);
            }
        );

    private static ApmGatewayException Refuse(PublishedBody body)
    {
        var status = body.Name switch
        {
            "response-401" => HttpStatusCode.Unauthorized,
            "response-404" => HttpStatusCode.NotFound,
            "response-500" => HttpStatusCode.InternalServerError,
            _ => HttpStatusCode.BadRequest,
        };
        using var http = ApmHttpHandler.CreateClient(new Answering(status, body.Json.ToJsonString()));
        var options = new WorldpayClientOptions { BaseAddress = new("https://gateway.example"), UserName = "shop", Password = "secret" };
        var pay = new ApmCall(new ApmOperation("pay", HttpMethod.Post, "/apmPayments", 201)) { Reference = "ORDER-1" };
        var error = Assert.ThrowsAny<ApmException>(() =>
            new ApmTransport(http, options, WorldpayClientOptions.Profile).SendAsync(pay).GetAwaiter().GetResult());
        return Assert.IsType<ApmGatewayException>(status == HttpStatusCode.InternalServerError ? error.InnerException : error);
    }

    private static string? Text(PublishedBody body, string name) => body.Json[name]?.GetValue<string>();

    private sealed class Answering(HttpStatusCode status, string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request, Content = new StringContent(json, Encoding.UTF8, "application/json") });
    }
}
