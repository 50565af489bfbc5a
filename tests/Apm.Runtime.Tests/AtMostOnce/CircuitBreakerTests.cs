using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Time.Testing;
using Polly;
using Polly.CircuitBreaker;

namespace Apm.Tests;

/// <summary>Handlers see what the gateway really answered, and a payment counts once.</summary>
public class CircuitBreakerTests
{
    [Theory]
    [InlineData("503")]
    [InlineData("reset")]
    [InlineData("503 cut off")]
    [InlineData("201 cut off")]
    public async Task A_circuit_opens_after_exactly_as_many_payments_as_it_is_told(string response)
    {
        await using var gateway = new LoopbackGateway(_ => response switch
        {
            "503" => LoopbackGateway.Answer(503, ""),
            "reset" => null,
            _ => $"HTTP/1.1 {response[..3]} x\r\nContent-Length: 10\r\nConnection: close\r\n\r\nhalf",
        })
        {
            AnswersPerConnection = response.EndsWith("off", StringComparison.Ordinal) ? 1 : int.MaxValue,
        };
        await using var shop = new Shop(gateway.Address, builder => builder.AddStandardResilienceHandler(options =>
        {
            options.CircuitBreaker.MinimumThroughput = 10;
            options.CircuitBreaker.FailureRatio = 0.5;
            options.CircuitBreaker.SamplingDuration = TimeSpan.FromMinutes(5);
            options.CircuitBreaker.BreakDuration = TimeSpan.FromMinutes(5);

            // A payment that waited for it would not end within this test.
            options.Retry.Delay = TimeSpan.FromMinutes(10);
            options.Retry.UseJitter = false;
            options.TotalRequestTimeout.Timeout = TimeSpan.FromHours(1);
        }));

        for (var payment = 0; payment < 10; payment++)
        {
            await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));
        }

        for (var payment = 0; payment < 5; payment++)
        {
            var error = await Assert.ThrowsAsync<ApmUnreachableException>(() => shop.Client.PayAsync(Shop.Request()));
            Assert.IsType<BrokenCircuitException>(error.InnerException);
        }

        Assert.Equal(10, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_time_limit_of_an_attempt_counts_at_the_circuit_breaker()
    {
        var never = new TaskCompletionSource<string?>();
        var clock = new FakeTimeProvider();
        await using var gateway = new LoopbackGateway(_ => never.Task);
        await using var shop = new Shop(gateway.Address, builder => builder.AddResilienceHandler("limited", pipeline =>
        {
            pipeline.TimeProvider = clock;
            pipeline.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                MinimumThroughput = 2,
                FailureRatio = 0.5,
                SamplingDuration = TimeSpan.FromMinutes(5),
                BreakDuration = TimeSpan.FromMinutes(5),
            });
            pipeline.AddTimeout(TimeSpan.FromSeconds(10));
        }));

        for (var payment = 1; payment <= 2; payment++)
        {
            var paying = shop.Client.PayAsync(Shop.Request());
            await gateway.ArrivedAsync(payment);
            clock.Advance(TimeSpan.FromSeconds(10));
            await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => paying);
        }

        await Assert.ThrowsAsync<ApmUnreachableException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal(2, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_limiter_that_refuses_means_that_nothing_was_sent()
    {
        var answer = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(_ => answer.Task);
        await using var shop = new Shop(gateway.Address, builder => builder.AddResilienceHandler("limited", pipeline => pipeline.AddConcurrencyLimiter(1)));
        var first = shop.Client.PayAsync(Shop.Request("order-1"));
        await gateway.ArrivedAsync(1);

        var error = await Assert.ThrowsAsync<ApmUnreachableException>(() => shop.Client.PayAsync(Shop.Request("order-2")));

        Assert.False(error.MoneyMayHaveMoved);
        answer.SetResult(LoopbackGateway.Created());
        await first;
        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData(503)]
    [InlineData(400)]
    [InlineData(0)]
    public async Task An_outcome_does_not_wait_for_a_handler_that_goes_on(int status)
    {
        await using var gateway = new LoopbackGateway(_ => status == 0 ? null : LoopbackGateway.Answer(status, ""));
        var goingOn = new GoingOn();
        await using var shop = new Shop(gateway.Address, builder => builder.AddHttpMessageHandler(() => goingOn));

        // It could send by other means, so its end would be needed for a certain outcome.
        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal(status != 0, error.InnerException is ApmGatewayException);
        goingOn.End.SetResult();
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task Handlers_see_status_headers_and_body_of_the_answer()
    {
        var seen = "";
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, """{"errorName":"overloaded"}""", "Retry-After: 7"));
        await using var shop = new Shop(gateway.Address, builder =>
            builder.AddHttpMessageHandler(() =>
                new Looking(async response =>
                    seen =
                        $"{(int)response.StatusCode} {response.Headers.RetryAfter} {response.Content.Headers.ContentType} "
                        + await response.Content.ReadAsStringAsync())));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal("""503 7 application/json {"errorName":"overloaded"}""", seen);
    }

    [Fact]
    public async Task A_request_can_be_cancelled_although_a_handler_does_not_look()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        var goingOn = new GoingOn { SendsFirst = false };
        await using var shop = new Shop(gateway.Address, builder => builder.AddHttpMessageHandler(() => goingOn));
        using var cancelling = new CancellationTokenSource();
        var paying = shop.Client.PayAsync(Shop.Request(), cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => paying);
        goingOn.End.SetResult();
        await goingOn.Ended.Task;
        Assert.Empty(gateway.Requests);
    }

    private sealed class Looking(Func<HttpResponseMessage, Task> look) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await look(response);
            return response;
        }
    }

    // Waits before it sends again, and does not look at its token.
    private sealed class GoingOn : DelegatingHandler
    {
        public TaskCompletionSource End { get; } = new();

        public TaskCompletionSource Ended { get; } = new();

        public bool SendsFirst { get; init; } = true;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                if (SendsFirst)
                {
                    using var response = await base.SendAsync(request, cancellationToken);
                }
            }
            catch (HttpRequestException)
            {
            }

            try
            {
                await End.Task;
                return await base.SendAsync(request, CancellationToken.None);
            }
            finally
            {
                Ended.SetResult();
            }
        }
    }
}
