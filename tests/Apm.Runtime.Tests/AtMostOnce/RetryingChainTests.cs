using System.Net;
using System.Text.Json;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Apm.Tests;

/// <summary>Handlers that send a request again, or send copies of it.</summary>
public class RetryingChainTests
{
    public static TheoryData<string, bool> Retrying =>
        new MatrixTheoryData<string, bool>(["copy", "copy with options", "buffer", "same request"], [true, false]);

    [Theory]
    [MemberData(nameof(Retrying))]
    public async Task A_handler_that_sends_again_sends_nothing(string kind, bool dependencyInjection)
    {
        await using var gateway = Merchant.Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, dependencyInjection, () => new RetryHandler(kind));

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<ApmGatewayException>(error.InnerException).StatusCode);
        Assert.Single(gateway.Requests, Merchant.IsRefund);
    }

    [Theory]
    [InlineData(503, 202)]
    [InlineData(500, 400)]
    [InlineData(0, 202)]
    public async Task The_first_answer_is_what_counts(int first, int second)
    {
        var refunds = 0;
        await using var gateway = Merchant.Gateway(_ =>
            (Interlocked.Increment(ref refunds) == 1 ? first : second) is var status and not 0
                ? LoopbackGateway.Answer(status, LoopbackGateway.Payment("sentForRefund"))
                : null);
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler("copy"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, Merchant.IsRefund);
    }

    [Theory]
    [InlineData("resilience")]
    [InlineData("own")]
    [InlineData("opaque")]
    [InlineData("derived")]
    public async Task A_primary_handler_that_retries_never_says_that_nothing_was_sent(string primary)
    {
        // The first attempt arrives and is cut off, the second cannot connect.
        var down = false;
        await using var gateway = Merchant.Gateway(_ =>
        {
            down = true;
            return null;
        });
        SocketsHttpHandler Sockets() => new()
        {
            PooledConnectionLifetime = TimeSpan.Zero,
            ConnectCallback = async (context, cancellationToken) => down
                ? throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused")
                : await ConnectAsync(context.DnsEndPoint, cancellationToken),
        };
        await using var shop = new Merchant(gateway.Address, true, primary: () => primary switch
        {
            "resilience" => new ResilienceHandler(Pipelines.Stubborn(new())) { InnerHandler = Sockets() },
            "own" => new RetryHandler("copy") { InnerHandler = Sockets() },
            "opaque" => new Opaque(new RetryHandler("copy") { InnerHandler = Sockets() }),
            _ => new Derived(new RetryHandler("copy") { InnerHandler = Sockets() }),
        });

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, Merchant.IsRefund);
    }

    [Fact]
    public async Task A_copy_that_is_sent_outside_the_flow_of_the_call_belongs_to_it()
    {
        await using var gateway = Merchant.Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler("outside"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, Merchant.IsRefund);
    }

    [Fact]
    public async Task A_worker_that_sends_copies_for_all_calls_confuses_none()
    {
        await using var gateway = new LoopbackGateway(request =>
        {
            using var sent = JsonDocument.Parse(request.Body);
            return LoopbackGateway.Answer(
                201,
                $$"""{"paymentId":"{{sent.RootElement.GetProperty("transactionReference").GetString()}}","lastEvent":"pending"}"""
            );
        });
        await using var shop = new Shop(gateway.Address, builder => builder.AddHttpMessageHandler(() => new WorkerHandler()));
        var references = Enumerable.Range(1, 20).Select(number => $"order-{number}").ToList();

        var first = await shop.Client.PayAsync(Shop.Request(references[0]));
        var others = await Task.WhenAll(references.Skip(1).Select(reference => shop.Client.PayAsync(Shop.Request(reference))));

        Assert.Equal(references, others.Prepend(first).Select(payment => payment.PaymentId));
        Assert.Equal(20, gateway.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_mark_of_a_call_is_not_sent_and_what_has_neither_mark_nor_options_is_refused(bool hasMark)
    {
        await using var gateway = Merchant.Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler(hasMark ? "copy" : "bare"));

        var error = await Record.ExceptionAsync(shop.RefundAsync);

        Assert.Equal(hasMark ? 1 : 0, gateway.Requests.Count(Merchant.IsRefund));
        Assert.DoesNotContain(gateway.Requests, request => request.Headers.ContainsKey(CallOrigin.HeaderName));
        Assert.Equal(
            !hasMark,
            error is ApmOutcomeUnknownException { InnerException.Message: var message }
                && message.Contains("must copy its Options or its headers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_may_send_synchronously()
    {
        await using var gateway = Merchant.Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler("synchronous"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, Merchant.IsRefund);
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint, cancellationToken);
        return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
    }

    private sealed class Opaque(HttpMessageHandler sending) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _sending = new(sending);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _sending.SendAsync(request, cancellationToken);
    }

    private sealed class Derived(HttpMessageHandler sending) : HttpClientHandler
    {
        private readonly HttpMessageInvoker _sending = new(sending);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _sending.SendAsync(request, cancellationToken);
    }
}
