using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests;

/// <summary>Time limits of handlers and of the client, over a real socket.</summary>
public class AttemptTimeoutTests
{
    [Fact]
    public async Task An_attempt_timeout_makes_the_outcome_unknown_and_sends_nothing_again()
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(_ => never.Task);
        await using var shop = new Shop(gateway.Address, builder => builder.AddStandardResilienceHandler(options =>
        {
            options.AttemptTimeout.Timeout = LoopbackGateway.TimeToArrive;
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(1);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromMinutes(1);
            options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        }));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task A_total_timeout_makes_the_outcome_unknown_and_sends_nothing_again()
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(_ => never.Task);
        await using var shop = new Shop(gateway.Address, builder => builder.AddStandardResilienceHandler(options =>
        {
            options.TotalRequestTimeout.Timeout = LoopbackGateway.TimeToArrive;
            options.AttemptTimeout.Timeout = LoopbackGateway.TimeToArrive;
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(1);
        }));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("standard")]
    [InlineData("hedging")]
    public async Task The_timeout_of_the_HTTP_client_makes_the_outcome_unknown(string handlers)
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(_ => never.Task);
        await using var shop = new Shop(gateway.Address, builder =>
        {
            SendOnceTests.Add(builder, handlers);
            builder.ConfigureHttpClient(http => http.Timeout = LoopbackGateway.TimeToArrive);
        });

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Single(gateway.Requests);
    }
}
