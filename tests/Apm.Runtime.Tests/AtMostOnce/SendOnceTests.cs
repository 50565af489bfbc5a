using System.Net;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;

namespace Apm.Tests;

/// <summary>Counts what reaches a real socket, under the handlers that shops put around their clients.</summary>
public class SendOnceTests
{
    public static TheoryData<string> Handlers => ["none", "standard", "hedging", "standard twice", "every exception, ten times"];

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_payment_that_is_answered_goes_out_once(string handlers)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address, builder => Add(builder, handlers));

        var payment = await shop.Client.PayAsync(Shop.Request());

        Assert.Equal("pay-1", payment.PaymentId);
        Assert.Single(gateway.Requests);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_payment_answered_with_503_goes_out_once_and_its_outcome_is_unknown(string handlers)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, """{"errorName":"overloaded"}""", "Acme-CorrelationId: c-9"));
        await using var shop = new Shop(gateway.Address, builder => Add(builder, handlers));

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Single(gateway.Requests);
        Assert.Equal("order-1", error.TransactionReference);
        var answer = Assert.IsType<ApmGatewayException>(error.InnerException);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("c-9", answer.CorrelationId);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_payment_whose_connection_breaks_goes_out_once_and_its_outcome_is_unknown(string handlers)
    {
        await using var gateway = new LoopbackGateway(_ => (string?)null);
        await using var shop = new Shop(gateway.Address, builder => Add(builder, handlers));

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Single(gateway.Requests);
        Assert.True(error.MoneyMayHaveMoved);
        Assert.IsType<HttpRequestException>(error.InnerException);
    }

    [Theory]
    [MemberData(nameof(Handlers))]
    public async Task A_refund_without_a_body_on_a_connection_that_the_server_closed_goes_out_once(string handlers)
    {
        // The first connection carries the payment and then the refund, and is closed instead of an answer: without a
        // content, SocketsHttpHandler would send the refund again on a new connection.
        await using var gateway = new LoopbackGateway(request =>
            request.Target == "/refund"
                ? null
                : LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"},"self":{"href":"/self"} """)));
        await using var shop = new Shop(gateway.Address, builder => Add(builder, handlers));
        var payment = await shop.Client.PayAsync(Shop.Request());

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.RefundAsync(payment));

        var refund = Assert.Single(gateway.Requests, request => request.Target == "/refund");
        Assert.Equal(1, refund.Connection);
        Assert.Equal("0", refund.Headers["Content-Length"]);
        Assert.False(refund.Headers.ContainsKey("Content-Type"));
        Assert.Equal("/self", error.Self);
        Assert.Null(error.TransactionReference);
    }

    [Fact]
    public async Task The_primary_handler_does_repeat_a_request_that_has_no_content()
    {
        // Why calls without a body carry an empty content. If this ever fails, that can go.
        await using var gateway = new LoopbackGateway(request => request is { Target: "/refund", Connection: 1 } ? null : LoopbackGateway.Created());
        using var http = new HttpClient(ApmHttpHandler.Create());
        using var warm = await http.PostAsync(new Uri(gateway.Address, "/warm"), null);

        using var refund = await http.PostAsync(new Uri(gateway.Address, "/refund"), null);

        Assert.Equal(2, gateway.Requests.Count(request => request.Target == "/refund"));
    }

    [Fact]
    public async Task A_closed_idle_connection_is_replaced_before_anything_is_sent()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created()) { AnswersPerConnection = 1 };
        await using var shop = new Shop(gateway.Address);

        for (var order = 0; order < 20; order++)
        {
            var payment = await Record.ExceptionAsync(() => shop.Client.PayAsync(Shop.Request($"order-{order}")));
            Assert.True(payment is null or ApmOutcomeUnknownException or ApmUnreachableException);
        }

        Assert.Equal(gateway.Requests.Count, gateway.Requests.Select(request => request.Body).Distinct().Count());
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(0)]
    public async Task A_resilience_handler_is_given_no_reason_to_try_again(int status)
    {
        var attempts = new Counting();
        await using var gateway = new LoopbackGateway(_ => status == 0 ? null : LoopbackGateway.Answer(status, ""));
        await using var shop = new Shop(gateway.Address, builder =>
        {
            builder.AddStandardResilienceHandler();
            builder.AddHttpMessageHandler(() => attempts);
        });

        await Assert.ThrowsAnyAsync<ApmException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal(1, attempts.Count);
    }

    [Fact]
    public async Task A_hedged_payment_that_is_slow_goes_out_once_and_keeps_its_answer()
    {
        await using var gateway = new LoopbackGateway(async _ =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(600));
            return LoopbackGateway.Created();
        });
        await using var shop = new Shop(gateway.Address, builder => builder.AddStandardHedgingHandler()
            .Configure(options => options.Hedging.Delay = TimeSpan.FromMilliseconds(50)));

        var payment = await shop.Client.PayAsync(Shop.Request());

        Assert.Equal("pay-1", payment.PaymentId);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task A_slow_hedged_refund_that_fails_goes_out_once()
    {
        await using var gateway = new LoopbackGateway(async request =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            return request.Target == "/refund"
                ? LoopbackGateway.Answer(500, "")
                : LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"} """));
        });
        await using var shop = new Shop(gateway.Address, builder => builder.AddStandardHedgingHandler()
            .Configure(options => options.Hedging.Delay = TimeSpan.FromMilliseconds(50)));
        var payment = await shop.Client.PayAsync(Shop.Request());

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.RefundAsync(payment));

        Assert.Equal(["/payments", "/refund"], gateway.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_query_is_still_repeated_by_the_standard_handler()
    {
        var answers = 0;
        await using var gateway = new LoopbackGateway(_ =>
            Interlocked.Increment(ref answers) < 3 ? LoopbackGateway.Answer(503, "") : LoopbackGateway.Answer(200, LoopbackGateway.Payment("settled")));
        await using var shop = new Shop(gateway.Address, builder =>
            builder.AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(10)));

        var payment = await shop.Client.QueryAsync("/self");

        Assert.Equal(PaymentState.Paid, payment.State);
        Assert.Equal(3, gateway.Requests.Count);
    }

    internal static void Add(IHttpClientBuilder builder, string handlers)
    {
        switch (handlers)
        {
            case "standard":
                builder.AddStandardResilienceHandler();
                break;
            case "hedging":
                builder.AddStandardHedgingHandler();
                break;
            case "standard twice":
                builder.AddStandardResilienceHandler();
                builder.AddResilienceHandler("again", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero }));
                break;
            case "every exception, ten times":
                builder.AddResilienceHandler("stubborn", pipeline => Pipelines.Stubborn(pipeline));
                break;
        }
    }

    private sealed class Counting : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
