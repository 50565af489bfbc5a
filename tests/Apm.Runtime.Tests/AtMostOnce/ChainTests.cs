using System.Net;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Apm.Tests;

/// <summary>Chains of handlers that sent a refund more than once, or told its outcome wrongly, before the guard stood where it stands now.</summary>
public class ChainTests
{
    public static TheoryData<string, bool> Retrying => new MatrixTheoryData<string, bool>(["copy", "copy with options", "buffer", "same request"], [true, false]);

    [Theory]
    [MemberData(nameof(Retrying))]
    public async Task A_handler_that_sends_again_sends_nothing(string kind, bool dependencyInjection)
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, dependencyInjection, () => new Retry(kind));

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
        await using var gateway = Gateway(_ => (Interlocked.Increment(ref refunds) == 1 ? first : second) is var status and not 0 ? LoopbackGateway.Answer(status, LoopbackGateway.Payment("sentForRefund")) : null);
        await using var shop = new Merchant(gateway.Address, true, () => new Retry("copy"));

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
            "own" => new Retry("copy") { InnerHandler = Sockets() },
            "opaque" => new Opaque(new Retry("copy") { InnerHandler = Sockets() }),
            _ => new Derived(new Retry("copy") { InnerHandler = Sockets() }),
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
    public async Task No_request_waits_for_100_continue(bool dependencyInjection)
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, dependencyInjection, client: http => http.DefaultRequestHeaders.ExpectContinue = true);

        await shop.RefundAsync();

        Assert.DoesNotContain(gateway.Requests, request => request.Method == "POST" && request.Headers.ContainsKey("Expect"));
    }

    [Fact]
    public async Task A_copy_that_is_sent_outside_the_call_is_refused()
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new Retry("outside"));

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Contains("must copy its Options", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Requests, IsRefund);
    }

    [Fact]
    public async Task Another_request_within_the_call_is_not_taken_for_the_call()
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new AskingForAToken());

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Contains("an HttpClient of its own", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Requests, request => request.Method == "POST" && request.Target != "/payments");
    }

    [Fact]
    public async Task A_handler_may_send_synchronously()
    {
        await using var gateway = Gateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Merchant(gateway.Address, true, () => new Retry("synchronous"));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, IsRefund);
    }

    [Fact]
    public void A_client_that_is_not_guarded_is_refused()
    {
        using var http = new HttpClient(ApmHttpHandler.Create());
        var options = new AcmeClientOptions { UserName = Shop.UserName, Password = Shop.Password };

        var error = Assert.Throws<ArgumentException>(() => new AcmeClient(http, options));

        Assert.Contains("ApmHttpHandler.CreateClient", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_has_sent_requests_is_refused_in_words_that_help(bool wrapped)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        HttpMessageHandler used = wrapped ? new Noting("", []) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } } : new SocketsHttpHandler();
        using var http = new HttpClient(used);
        await http.GetStringAsync(gateway.Address);

        var error = Assert.Throws<InvalidOperationException>(() => ApmHttpHandler.CreateClient(used));

        Assert.Contains("a handler of its own", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handlers_are_linked_from_the_outermost_to_the_one_that_sends()
    {
        var order = new List<string>();
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        using var http = ApmHttpHandler.CreateClient(new Noting("outer", order), new Noting("inner", order), new SocketsHttpHandler());

        await http.GetStringAsync(gateway.Address);

        Assert.Equal(["outer", "inner"], order);
        Assert.Throws<ArgumentException>(() => ApmHttpHandler.CreateClient(new SocketsHttpHandler(), new SocketsHttpHandler()));
        Assert.Throws<ArgumentException>(() => ApmHttpHandler.CreateClient(null!, new SocketsHttpHandler()));
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
    private sealed class Merchant(Uri gateway, bool dependencyInjection, Func<DelegatingHandler>? outer = null, Func<HttpMessageHandler>? primary = null, Action<HttpClient>? client = null) : IAsyncDisposable
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

    private sealed class Noting(string name, List<string> order) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            order.Add(name);
            return base.SendAsync(request, cancellationToken);
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

    // It takes neither content nor options over, as a handler for operations without a body may.
    private sealed class Forwarding : DelegatingHandler
    {
        private readonly HttpClient _own = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _own.SendAsync(new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Method == HttpMethod.Get ? null : new ByteArrayContent([]) }, cancellationToken);
    }

    private sealed class Opaque(HttpMessageHandler sending) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _sending = new(sending);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _sending.SendAsync(request, cancellationToken);
    }

    private sealed class Derived(HttpMessageHandler sending) : HttpClientHandler
    {
        private readonly HttpMessageInvoker _sending = new(sending);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _sending.SendAsync(request, cancellationToken);
    }

    /// <summary>A hand-written retry handler, as shops have them.</summary>
    private sealed class Retry(string kind) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = kind == "same request" ? [] : await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    var answer = kind switch
                    {
                        "synchronous" => base.Send(Copy(request, body), cancellationToken),
                        "outside" => await OutsideAsync(Copy(request, body), cancellationToken),
                        "copy" or "copy with options" => await base.SendAsync(Copy(request, body), cancellationToken),
                        _ => await base.SendAsync(request, cancellationToken),
                    };
                    if ((int)answer.StatusCode < 500 || attempt == 3)
                    {
                        return answer;
                    }
                }
                catch (HttpRequestException) when (attempt < 3)
                {
                }
            }
        }

        private Task<HttpResponseMessage> OutsideAsync(HttpRequestMessage copy, CancellationToken cancellationToken)
        {
            using (ExecutionContext.SuppressFlow())
            {
                return Task.Run(() => base.SendAsync(copy, cancellationToken), cancellationToken);
            }
        }

        private HttpRequestMessage Copy(HttpRequestMessage request, byte[] body)
        {
            var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = body.Length == 0 ? null : new ByteArrayContent(body) };
            foreach (var header in request.Headers)
            {
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            if (kind == "copy with options")
            {
                foreach (var option in request.Options)
                {
                    ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
                }
            }

            return copy;
        }
    }
}
