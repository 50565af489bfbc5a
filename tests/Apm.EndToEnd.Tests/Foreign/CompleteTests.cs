namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A payment that the customer's return continues.</summary>
public class CompleteTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;
    private static readonly Money s_amount = new(12_50, "EUR");

    [Fact]
    public async Task The_return_continues_the_payment()
    {
        var shop = new Slipway();
        var request = Slipway.Cutter(s_amount);
        var payment = await shop.Client.PayAsync(request, s_token);
        var back = await shop.Gateway.Customer.AuthorizeAsync(payment.Redirect!, s_token);
        Assert.Equal(PaymentState.Pending, (await shop.Client.QueryAsync(payment.Self!, s_token)).State);

        var paid = await shop.Client.CompleteAsync<CutterPayment>(Slipway.OrderOf(request), back!.Query, s_token);

        Assert.Equal((PaymentState.Paid, payment.Id, request.Ref), (paid.State, paid.Id, paid.Reference));
        Assert.Equal(PaymentState.Paid, (await shop.Client.QueryAsync(payment.Self!, s_token)).State);
    }

    [Fact]
    public async Task A_customer_who_fails_is_seen_after_the_return()
    {
        var shop = new Slipway();
        var request = Slipway.Cutter(s_amount);
        var payment = await shop.Client.PayAsync(request, s_token);
        var back = await shop.Gateway.Customer.FailAsync(payment.Redirect!, s_token);

        Assert.Equal(PaymentState.Failed, (await shop.Client.CompleteAsync(Slipway.OrderOf(request), back!.AbsoluteUri, s_token)).State);
    }

    [Fact]
    public async Task A_return_is_accepted_once_and_for_its_own_payment()
    {
        var shop = new Slipway();
        var (request, other) = (Slipway.Cutter(s_amount), Slipway.Cutter(s_amount));
        var back = await shop.Gateway.Customer.AuthorizeAsync((await shop.Client.PayAsync(request, s_token)).Redirect!, s_token);
        await shop.Client.PayAsync(other, s_token);

        var stolen = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.CompleteAsync(Slipway.OrderOf(other), back!.Query, s_token));
        Assert.Equal(422, (int)stolen.StatusCode);
        await shop.Client.CompleteAsync(Slipway.OrderOf(request), back!.Query, s_token);
        await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.CompleteAsync(Slipway.OrderOf(request), back.Query, s_token));
    }

    [Theory]
    [InlineData("""{ "id": "ch_2", "ref": "A-2", "status": "done" }""", null, "reference")]
    [InlineData("""{ "id": "ch_2", "ref": "A-1", "status": "done" }""", "ch_1", "id")]
    [InlineData("""{ "id": "ch_2", "status": "done" }""", "ch_1", "id")]
    [InlineData("""{ "id": "ch_2", "status": "done" }""", null, "neither the reference nor the id")]
    public async Task The_payment_of_another_order_is_not_accepted(string response, string? id, string difference)
    {
        var client = Client(response);

        var exception = await Assert.ThrowsAsync<ApmPaymentMismatchException>(
            () => client.CompleteAsync(new("A-1", s_amount) { PaymentId = id }, "?token=t-1", s_token));

        Assert.Contains(difference, exception.Message, StringComparison.Ordinal);
        Assert.True(exception.MoneyMayHaveMoved);
        Assert.Equal("ch_2", Assert.IsType<SlipwayPayment>(exception.Payment).Id);
    }

    [Theory]
    [InlineData("""{ "id": "ch_1", "ref": "A-1", "status": "done" }""", null)]
    [InlineData("""{ "id": "ch_1", "status": "done" }""", "ch_1")]
    public async Task The_payment_of_the_order_is_accepted(string response, string? id) =>
        Assert.Equal(PaymentState.Paid, (await Client(response).CompleteAsync(new("A-1", s_amount) { PaymentId = id }, "?token=t-1", s_token)).State);

    [Theory]
    [InlineData("")]
    [InlineData("?other=1")]
    [InlineData("?token=")]
    [InlineData("?token=a&token=b")]
    public async Task An_address_without_the_parameter_sends_nothing(string returned)
    {
        var shop = new Slipway();

        var exception = await Assert.ThrowsAsync<ApmActionUnavailableException>(
            () => shop.Client.CompleteAsync(new("A-1", s_amount), returned, s_token));

        Assert.Contains("'token'", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, shop.Gateway.Received["complete"]);
    }

    [Fact]
    public async Task A_lost_response_says_how_to_recover()
    {
        var shop = new Slipway();
        var request = Slipway.Cutter(s_amount);
        var payment = await shop.Client.PayAsync(request, s_token);
        var back = await shop.Gateway.Customer.AuthorizeAsync(payment.Redirect!, s_token);
        shop.Gateway.Faults.DropNextResponse(Apm.Sandbox.FaultMoment.AfterDecision, "complete");

        var exception = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(
            () => shop.Client.CompleteAsync(Slipway.OrderOf(request) with { PaymentId = payment.Id }, back!.Query, s_token));

        Assert.Equal(ApmRecovery.QueryPayment, exception.Recovery);
    }

    [Fact]
    public void An_order_withholds_what_the_shop_stored() => Assert.Equal("ApmOrder", new ApmOrder("A-1", s_amount).ToString());

    private static SlipwayClient Client(string response) => new(
        ApmHttpHandler.CreateClient(new Answer(response)),
        new SlipwayClientOptions { Token = "secret" });

    private sealed class Answer(string body) : HttpClientHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") });
    }
}
