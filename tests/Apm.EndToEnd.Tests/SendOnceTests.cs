using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests;

/// <summary>What changes something at the gateway goes out once, under handlers that repeat a POST by default.</summary>
public class SendOnceTests
{
    public static TheoryData<string> Handlers => ["standard", "hedging"];

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_failed_payment_goes_out_once(string handler)
    {
        await using var shop = await OpenAsync(handler);
        shop.Sandbox.Faults.FailNext(503, times: 5);

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Orders.Valid()));

        Assert.Equal(1, shop.Sandbox.Received["pay"]);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_payment_whose_answer_is_lost_goes_out_once(string handler)
    {
        await using var shop = await OpenAsync(handler);
        shop.Sandbox.Faults.DropNextResponse(FaultMoment.AfterDecision);

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Orders.Valid()));

        Assert.Equal(1, shop.Sandbox.Received["pay"]);
        Assert.Single(shop.Sandbox.Gateway.Payments);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_slow_payment_goes_out_once_and_its_answer_is_kept(string handler)
    {
        await using var shop = await OpenAsync(handler);
        shop.Sandbox.Faults.DelayNext(TimeSpan.FromSeconds(3), "pay");

        var payment = await shop.Client.PayAsync(Orders.Valid());

        Assert.Equal(PaymentState.Pending, payment.State);
        Assert.Equal(1, shop.Sandbox.Received["pay"]);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_refund_without_a_body_goes_out_once(string handler)
    {
        await using var shop = await OpenAsync(handler);
        var payment = await shop.PaidAsync();
        shop.Sandbox.Faults.FailNext(503, "refund", times: 5);

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.RefundAsync(payment));

        Assert.Equal(1, shop.Sandbox.Received["refund"]);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_query_is_repeated_as_the_handler_likes(string handler)
    {
        await using var shop = await OpenAsync(handler);
        var payment = await shop.Client.PayAsync(Orders.Valid());
        shop.Sandbox.Faults.FailNext(503, "query");

        await shop.Client.QueryAsync(payment.Self!);

        Assert.Equal(2, shop.Sandbox.Received["query"]);
    }

    private static Task<Shop> OpenAsync(string handler) => Shop.OpenAsync(builder =>
    {
        if (handler == "standard")
        {
            builder.AddStandardResilienceHandler();
        }
        else
        {
            builder.AddStandardHedgingHandler();
        }
    });
}
