using Apm.Sandbox;

namespace Apm.EndToEnd.Tests.Mute;

/// <summary>At a gateway without a query, nothing offers to query or to wait, and the advice never is to send again.</summary>
public sealed class MuteTests : IDisposable
{
    private readonly Gateway _gateway = new(new()
    {
        Specs =
        [
            .. new[] { "mute.api.yaml", "whisper.apm.yaml" }.Select(file =>
                (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Mute", file)))),
        ],
    });

    private readonly HttpClient _http;
    private readonly MuteClient _client;

    public MuteTests()
    {
        _http = ApmHttpHandler.CreateClient(_gateway.CreateHandler());
        _client = new MuteClient(_http, new MuteClientOptions { Token = _gateway.Credentials.Key });
    }

    [Fact]
    public void Nothing_offers_to_query_a_payment() =>
        Assert.Equal(
            ["PayAsync", "RefundAsync", "RequestRefundAsync"],
            typeof(IMuteClient).GetMethods().Select(method => method.Name).Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_payment_that_the_shop_knows_by_its_id_is_refunded()
    {
        var paid = await PaidAsync();
        Assert.Null(paid.Self);

        var refund = await _client.RefundAsync(WhisperPayment.Known(paid.Id));

        Assert.Equal(RefundState.Pending, refund.State);
        Assert.Equal((10_00, "done"), (Assert.Single(_gateway.Payments).Refunded, _gateway.Payments[0].Results[0].Status));
    }

    [Theory]
    [InlineData(FaultMoment.BeforeDecision)]
    [InlineData(FaultMoment.AfterDecision)]
    public async Task A_lost_response_is_never_an_advice_to_send_again(FaultMoment moment)
    {
        var paid = await PaidAsync();
        _gateway.Faults.DropNextResponse(moment);
        var payment = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => _client.PayAsync(Request()));
        _gateway.Faults.DropNextResponse(moment);
        var refund = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => _client.RefundAsync(paid));

        Assert.All([payment, refund], unknown =>
        {
            Assert.Equal(ApmRecovery.AwaitWebhook, unknown.Recovery);
            Assert.Contains("do not send the request again", unknown.Message, StringComparison.Ordinal);
        });
    }

    public void Dispose() => _http.Dispose();

    private async Task<WhisperPayment> PaidAsync()
    {
        var payment = await _client.PayAsync(Request());
        await _gateway.Customer.AuthorizeAsync(payment.Redirect!);
        return payment;
    }

    private static WhisperPaymentRequest Request() =>
        new() { Reference = Orders.NewReference(), Value = new(10_00, "EUR"), Back = new("https://shop.example/back") };
}
