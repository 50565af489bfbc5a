using System.Net;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

public class FaultTests
{
    [Theory]
    [InlineData(FaultMoment.BeforeDecision, 0, true)]
    [InlineData(FaultMoment.AfterDecision, 1, true)]
    [InlineData(FaultMoment.BeforeDecision, 0, false)]
    [InlineData(FaultMoment.AfterDecision, 1, false)]
    public async Task A_lost_answer_breaks_the_connection_before_or_after_the_payment_was_made(FaultMoment moment, int payments, bool overHttp)
    {
        await using var server = await SandboxServer.StartAsync();
        using var shop = new Shop(server.Gateway, overHttp ? server.BaseAddress : null);
        var request = shop.Request();
        server.Faults.DropNextResponse(moment);

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.PayAsync(request));

        Assert.Equal(payments, server.Gateway.Payments.Count);
        Assert.Equal(1, server.Received["pay"]);
        var again = await shop.PayAsync(request);
        if (moment == FaultMoment.BeforeDecision)
        {
            Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        }
        else
        {
            again.IsError(ErrorKind.DuplicateReference);
        }

        Assert.Single(server.Gateway.Payments);
    }

    [Fact]
    public async Task A_refund_whose_answer_is_lost_is_seen_by_the_next_query()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var paid = await shop.PaidAsync();
        gateway.Faults.DropNextResponse(FaultMoment.AfterDecision, "partial-refund");

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.RefundAsync(paid, 1, gateway.Payments.Single().Currency));

        Assert.Equal(shop.FirstStatus(PaymentState.RefundPending), (await shop.QueryAsync(paid.Self)).Status);
    }

    [Fact]
    public async Task A_failure_has_the_status_and_the_gateways_error_body()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        gateway.Faults.FailNext(503, times: 2);
        gateway.Faults.FailNext(500, moment: FaultMoment.AfterDecision);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await shop.PayAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await shop.PayAsync()).StatusCode);
        Assert.Empty(gateway.Payments);
        (await shop.PayAsync()).IsError(ErrorKind.Internal);
        Assert.Single(gateway.Payments);
        Assert.Equal(HttpStatusCode.Created, (await shop.PayAsync()).StatusCode);
        Assert.Equal(0, gateway.Faults.Armed);
    }

    [Fact]
    public async Task A_fault_waits_for_its_operation()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        gateway.Faults.FailNext(502, "query");

        var payment = await shop.PayAsync();

        Assert.Equal(HttpStatusCode.BadGateway, (await shop.QueryAsync(payment.Self)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await shop.QueryAsync(payment.Self)).StatusCode);
    }

    [Fact]
    public async Task A_delay_after_the_decision_keeps_a_caller_waiting_for_a_payment_that_is_made()
    {
        await using var server = await SandboxServer.StartAsync();
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        server.Faults.DelayNext(TimeSpan.FromHours(1), "pay");

        var waiting = shop.PayAsync();
        while (server.Gateway.Payments.Count == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.False(waiting.IsCompleted);
        await server.DisposeAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => waiting);
    }

    [Fact]
    public async Task Requests_are_counted_by_operation_whatever_becomes_of_them()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);

        var paid = await shop.PaidAsync();
        await shop.PayAsync(new());
        await shop.SendAsync(HttpMethod.Get, "/nowhere");
        await shop.RefundAsync(paid, 1, gateway.Payments[0].Currency);

        Assert.Equal((2, 1, 1, 0), (gateway.Received["pay"], gateway.Received["query"], gateway.Received["partial-refund"], gateway.Received["refund"]));
        Assert.Equal(5, gateway.Received.Total);
        gateway.Received.Clear();
        Assert.Equal(0, gateway.Received.Total);
    }

    [Fact]
    public void Faults_that_make_no_sense_are_refused()
    {
        var faults = new SandboxFaults();

        Assert.Throws<ArgumentOutOfRangeException>(() => faults.FailNext(200));
        Assert.Throws<ArgumentOutOfRangeException>(() => faults.FailNext(500, times: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => faults.DelayNext(TimeSpan.FromSeconds(-1)));
        faults.FailNext(500);
        faults.Clear();
        Assert.Equal(0, faults.Armed);
    }
}
