using System.Net;
using System.Text.Json;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Apm.Tests;

/// <summary>Chains of handlers that sent a refund more than once, or told its outcome wrongly, before the guard stood where it stands now.</summary>
public class ChainTests
{
    public static TheoryData<string, bool> Retrying =>
        new MatrixTheoryData<string, bool>(["copy", "copy with options", "buffer", "same request"], [true, false]);

    [Theory]
    [MemberData(nameof(Retrying))]
    public async Task A_handler_that_sends_again_sends_nothing(string kind, bool dependencyInjection)
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, dependencyInjection, () => new RetryHandler(kind));

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<ApmGatewayException>(error.InnerException).StatusCode);
        Assert.Single(gateway.Requests, IsRefund);
    }

    [Theory]
    [InlineData(503, 202)]
    [InlineData(500, 400)]
    [InlineData(0, 202)]
    public async Task The_first_answer_is_what_counts(int first, int second)
    {
        var refunds = 0;
        await using var gateway = Gateway(_ =>
            (Interlocked.Increment(ref refunds) == 1 ? first : second) is var status and not 0
                ? LoopbackGateway.Answer(status, LoopbackGateway.Payment("sentForRefund"))
                : null);
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler("copy"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, IsRefund);
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
        await using var gateway = Gateway(_ =>
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

        Assert.Single(gateway.Requests, IsRefund);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_sends_through_a_client_of_its_own_never_says_that_nothing_was_sent(bool dependencyInjection)
    {
        await using var gateway = Gateway(_ => null);
        await using var shop = new Merchant(gateway.Address, dependencyInjection, () => new Forwarding());

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, IsRefund);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_timeout_of_the_client_does_not_say_that_a_handler_with_a_client_of_its_own_sent_nothing(bool dependencyInjection)
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(request => request.Target == "/refund" ? never.Task : Task.FromResult<string?>(
            LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"} """))));
        await using var shop = new Merchant(
            gateway.Address,
            dependencyInjection,
            () => new Forwarding(),
            client: http => http.Timeout = LoopbackGateway.TimeToArrive);

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, IsRefund);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_request_waits_for_100_continue(bool dependencyInjection)
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, dependencyInjection, client: http => http.DefaultRequestHeaders.ExpectContinue = true);

        await shop.RefundAsync();

        Assert.DoesNotContain(gateway.Requests, request => request.Method == "POST" && request.Headers.ContainsKey("Expect"));
    }

    [Fact]
    public async Task A_copy_that_is_sent_outside_the_flow_of_the_call_belongs_to_it()
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler("outside"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, IsRefund);
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
        await using var gateway = Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler(hasMark ? "copy" : "bare"));

        var error = await Record.ExceptionAsync(shop.RefundAsync);

        Assert.Equal(hasMark ? 1 : 0, gateway.Requests.Count(IsRefund));
        Assert.DoesNotContain(gateway.Requests, request => request.Headers.ContainsKey(CallOrigin.HeaderName));
        Assert.Equal(
            !hasMark,
            error is ApmOutcomeUnknownException { InnerException.Message: var message }
                && message.Contains("must copy its Options or its headers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_limit_of_a_handlers_own_client_does_not_say_that_nothing_was_sent()
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(request =>
            IsRefund(request)
                ? never.Task
                : Task.FromResult<string?>(LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"} """))));
        await using var shop = new Merchant(gateway.Address, true, () => new Forwarding(LoopbackGateway.TimeToArrive));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, IsRefund);
    }

    [Fact]
    public async Task An_attempt_that_a_handler_gave_up_ends_with_the_call()
    {
        var ended = new TaskCompletionSource();
        await using var gateway = Gateway(_ => null);
        await using var shop = new Merchant(gateway.Address, true, () => new GivingUp(), primary: () => new Waiting(ended));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_disposed_of_is_an_answer()
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new Stubborn());

        await shop.RefundAsync();

        Assert.Single(gateway.Requests, IsRefund);
    }

    [Fact]
    public async Task Another_request_within_the_call_is_not_taken_for_the_call()
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new AskingForAToken());

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Contains("through another HttpClient", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Requests, request => request.Method == "POST" && request.Target != "/payments");
    }

    [Fact]
    public async Task A_handler_may_send_synchronously()
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, true, () => new RetryHandler("synchronous"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, IsRefund);
    }

    private static LoopbackGateway Gateway(Func<GatewayRequest, string?> refund) => new(request =>
        IsRefund(request) ? refund(request) : LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"} """)));

    private static bool IsRefund(GatewayRequest request) => request.Target == "/refund";

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint, cancellationToken);
        return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>A merchant who has a payment and refunds it, through handlers that begin with the refund.</summary>
    private sealed class Merchant(
        Uri gateway,
        bool dependencyInjection,
        Func<DelegatingHandler>? outer = null,
        Func<HttpMessageHandler>? primary = null,
        Action<HttpClient>? client = null
    ) : IAsyncDisposable
    {
        private readonly Shop _shop = new(gateway, builder =>
        {
            if (outer is not null)
            {
                builder.AddHttpMessageHandler(outer);
            }

            if (primary is not null)
            {
                builder.ConfigurePrimaryHttpMessageHandler(primary);
            }

            builder.ConfigureHttpClient(http => client?.Invoke(http));
        });

        public async Task RefundAsync()
        {
            var payment = await Shop.Plain(gateway).PayAsync(Shop.Request());
            await (dependencyInjection ? _shop.Client : Plain()).RefundAsync(payment);
        }

        public ValueTask DisposeAsync() => _shop.DisposeAsync();

        private AcmeClient Plain()
        {
            var http = outer is null ? ApmHttpHandler.CreateClient() : ApmHttpHandler.CreateClient(outer());
            client?.Invoke(http);
            var options = new AcmeClientOptions();
            Shop.Configure(options, gateway);
            return new AcmeClient(http, options);
        }
    }

    private sealed class AskingForAToken : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var asking = new HttpRequestMessage(HttpMethod.Post, new Uri(request.RequestUri!, "/token"));
            using var token = await base.SendAsync(asking, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Stubborn : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.Content = new Content();
            return response;
        }

        private sealed class Content() : ByteArrayContent([])
        {
            protected override void Dispose(bool disposing) => throw new InvalidOperationException("It stays.");
        }
    }

    private sealed class GivingUp : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _ = base.SendAsync(request, cancellationToken);
            await Task.Yield();
            throw new TimeoutException();
        }
    }

    // A gateway that never answers, seen from its handler.
    private sealed class Waiting(TaskCompletionSource ended) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            finally
            {
                ended.SetResult();
            }

            throw new InvalidOperationException();
        }
    }

    // It takes neither content nor options over, as a handler for operations without a body may.
    private sealed class Forwarding(TimeSpan? timeout = null) : DelegatingHandler
    {
        private readonly HttpClient _own = new() { Timeout = timeout ?? TimeSpan.FromSeconds(100) };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _own.SendAsync(
                new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Method == HttpMethod.Get ? null : new ByteArrayContent([]) },
                cancellationToken);
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
