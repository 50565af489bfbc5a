using Apm.Sandbox;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>An idempotency key that is a member of the body.</summary>
public class DavitTests
{
    private static readonly CancellationToken s_token = TestContext.Current.CancellationToken;

    private readonly Gateway _gateway = new(new() { Specs = [.. new[] { "davit.api.yaml", "boom.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))] });

    private DavitClient Client => new(ApmHttpHandler.CreateClient(_gateway.CreateHandler()), new() { Token = _gateway.Credentials.Key });

    [Fact]
    public async Task A_lost_payment_is_repeated_with_its_key()
    {
        var client = Client;
        _gateway.Faults.DropNextResponse(FaultMoment.AfterDecision, "pay");

        var exception = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => client.PayAsync(Request(), "key-1", s_token));
        Assert.Equal(ApmRecovery.RepeatWithKey, exception.Recovery);
        var payment = await client.RepeatAsync<BoomPayment>(exception, s_token);

        Assert.Equal((1, 2), (_gateway.Payments.Count, _gateway.Received["pay"]));
        Assert.Equal(_gateway.Payments[0].Id, payment.Id);
    }

    [Fact]
    public async Task A_key_of_another_request_is_refused()
    {
        var client = Client;
        await client.PayAsync(Request(), "key-1", s_token);

        var exception = await Assert.ThrowsAsync<ApmGatewayException>(() => client.PayAsync(Request(), "key-1", s_token));

        Assert.Equal("other_request", exception.ErrorName);
    }

    [Fact]
    public async Task An_operation_without_the_member_takes_no_key()
    {
        var payment = await Client.PayAsync(Request(), cancellationToken: s_token);
        _gateway.Faults.DropNextResponse(FaultMoment.AfterDecision, "cancel");

        var exception = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Client.CancelAsync(payment, s_token));

        Assert.Equal(ApmRecovery.QueryPayment, exception.Recovery);
    }

    private static BoomPaymentRequest Request() => new() { Order = Orders.NewReference(), Amount = new(12_50, "EUR") };
}
