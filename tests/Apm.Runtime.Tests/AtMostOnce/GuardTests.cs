using System.Net;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests;

/// <summary>The guard by itself: what it lets through, what it takes away, and what a handler that sends again gets.</summary>
public class GuardTests
{
    private static readonly Uri s_address = new("https://acme.example/payments");

    [Theory]
    [InlineData("GET", true)]
    [InlineData("HEAD", true)]
    [InlineData("OPTIONS", true)]
    [InlineData("TRACE", true)]
    [InlineData("POST", false)]
    [InlineData("PUT", false)]
    [InlineData("PATCH", false)]
    [InlineData("DELETE", false)]
    public async Task Without_a_call_only_what_changes_nothing_is_sent(string method, bool passes)
    {
        var sending = new Sending();
        using var http = ApmHttpHandler.CreateClient(sending);
        using var request = new HttpRequestMessage(new HttpMethod(method), s_address);

        var error = await Record.ExceptionAsync(() => http.SendAsync(request));

        Assert.Equal(passes ? 1 : 0, sending.Count);
        Assert.Equal(passes, error is null);
        Assert.True(
            passes
                || error!.Message.StartsWith(
                    $"A {method} request was refused, because the guard does not know to which call of the payment client it belongs",
                    StringComparison.Ordinal));
    }

    [Fact]
    public void A_call_is_found_by_its_options_or_by_its_mark_until_it_ends()
    {
        using var optioned = new HttpRequestMessage(HttpMethod.Post, s_address);
        using var request = new HttpRequestMessage(HttpMethod.Post, s_address);
        using var copy = new HttpRequestMessage(HttpMethod.Post, s_address);
        using var stranger = new HttpRequestMessage(HttpMethod.Post, s_address);
        var origin = new CallOrigin(request, null);
        origin.Mark(copy);
        foreach (var option in request.Options)
        {
            ((IDictionary<string, object?>)optioned.Options)[option.Key] = option.Value;
        }

        Assert.Same(origin, CallOrigin.Of(optioned));
        Assert.Same(origin, CallOrigin.Of(request));
        Assert.Same(origin, CallOrigin.Of(copy));
        Assert.Null(CallOrigin.Of(stranger));
        origin.Dispose();

        Assert.Null(CallOrigin.Of(copy));
        using var next = new CallOrigin(stranger, null);
        Assert.NotEqual(origin.Number, next.Number);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_attempt_gets_the_answer_to_the_first(bool copies)
    {
        var (again, sending) = (new SendingAgain(copies), new Sending(LoopbackGateway.Payment("settled")));
        using var http = ApmHttpHandler.CreateClient(again, sending);

        var payment = await Client(http).PayAsync(Shop.Request());

        Assert.Equal((PaymentState.Paid, 1), (payment.State, sending.Count));
        Assert.Equal((HttpStatusCode.Created, LoopbackGateway.Payment("settled")), (again.Second!.StatusCode, await again.Second.Content.ReadAsStringAsync()));
        Assert.Same(again.Request, again.Second.RequestMessage);
    }

    [Fact]
    public async Task Attempts_that_come_before_the_answer_wait_for_it()
    {
        var (hedging, sending) = (new Hedging(), new Slow());
        using var http = ApmHttpHandler.CreateClient(hedging, sending);
        var paying = Client(http).PayAsync(Shop.Request());
        Assert.All(hedging.Attempts, attempt => Assert.False(attempt.IsCompleted));

        sending.Answer.SetResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent(LoopbackGateway.Payment("settled")) });

        Assert.Equal(PaymentState.Paid, (await paying.WaitAsync(TimeSpan.FromMinutes(1))).State);
        Assert.Equal((4, 1), (hedging.Attempts.Count, sending.Count));
        Assert.All(hedging.Attempts, attempt => Assert.Equal(HttpStatusCode.Created, attempt.Result.StatusCode));
    }

    [Fact]
    public async Task A_second_attempt_after_a_refusal_is_cancelled()
    {
        var (again, sending) = (new SendingAgain(), new Sending("{}", HttpStatusCode.BadRequest));
        using var http = ApmHttpHandler.CreateClient(again, sending);

        await Assert.ThrowsAsync<ApmGatewayException>(() => Client(http).PayAsync(Shop.Request()));

        Assert.Contains("so it is not sent again", Assert.IsAssignableFrom<OperationCanceledException>(again.Failure).Message, StringComparison.Ordinal);
        Assert.Equal(1, sending.Count);
    }

    [Fact]
    public async Task A_query_by_POST_may_be_sent_again_also_as_a_copy()
    {
        var (again, sending) = (new SendingAgain(copies: true), new Sending(LoopbackGateway.Payment("settled")));
        using var http = ApmHttpHandler.CreateClient(again, sending);

        await Transport(http).SendAsync(new ApmCall(new ApmOperation("query", HttpMethod.Post, "/query", 200)));

        Assert.Equal(2, sending.Count);
        Assert.All(sending.Headers, headers => Assert.DoesNotContain(CallOrigin.HeaderName, headers));
    }

    [Theory]
    [InlineData("query")]
    [InlineData("pay")]
    public async Task An_answer_that_cannot_be_read_is_disposed_of(string operation)
    {
        var content = new Unreadable();
        using var http = ApmHttpHandler.CreateClient(new Sending(() => content));

        await Assert.ThrowsAnyAsync<ApmException>(() => Transport(http).SendAsync(new ApmCall(new ApmOperation(operation, HttpMethod.Post, "/x", 200))));

        Assert.True(content.IsDisposed);
    }

    [Fact]
    public async Task A_body_whose_length_a_handler_made_unknown_is_sent_without_one()
    {
        using var unknown = new Unreadable();
        using var once = new SingleSendContent(unknown);

        Assert.Null(once.Headers.ContentLength);
        await Assert.ThrowsAsync<HttpRequestException>(() => once.CopyToAsync(Stream.Null));
        Assert.True(once.IsStarted);
    }

    [Fact]
    public async Task Other_clients_of_the_shop_are_left_alone()
    {
        var sending = new Sending();
        var services = new ServiceCollection();
        services.AddAcmeClient(options => Shop.Configure(options, s_address));
        services.AddHttpClient("other").ConfigurePrimaryHttpMessageHandler(() => sending);
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IAcmeClient>();

        using var answer = await provider.GetRequiredService<IHttpClientFactory>().CreateClient("other").PostAsync(s_address, null);

        Assert.Equal(1, sending.Count);
    }

    private static AcmeClient Client(HttpClient http) => new(http, Options());

    private static ApmTransport Transport(HttpClient http) => new(http, Options(), AcmeClient.Profile);

    private static AcmeClientOptions Options()
    {
        var options = new AcmeClientOptions();
        Shop.Configure(options, new Uri("https://acme.example"));
        return options;
    }

    private sealed class SendingAgain(bool copies = false) : DelegatingHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        public HttpResponseMessage? Second { get; private set; }

        public Exception? Failure { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var first = await base.SendAsync(request, cancellationToken);
            Request = copies ? new HttpRequestMessage(request.Method, request.RequestUri) : request;
            Assert.Equal(
                request.Content?.Headers.ContentLength ?? 0,
                request.Content is { } content ? (await content.ReadAsByteArrayAsync(CancellationToken.None)).Length : 0);
            foreach (var header in copies ? request.Headers.ToList() : [])
            {
                Request.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }

            try
            {
                Second = await base.SendAsync(Request, CancellationToken.None);
            }
            catch (Exception failure)
            {
                Failure = failure;
            }

            return first;
        }
    }

    private sealed class Hedging : DelegatingHandler
    {
        public List<Task<HttpResponseMessage>> Attempts { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Attempts.Add(base.SendAsync(request, cancellationToken));
            for (var attempt = 2; attempt <= 4; attempt++)
            {
                var copy = new HttpRequestMessage(request.Method, request.RequestUri);
                foreach (var option in request.Options)
                {
                    ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
                }

                Attempts.Add(base.SendAsync(copy, cancellationToken));
            }

            return (await Task.WhenAll(Attempts))[0];
        }
    }

    private sealed class Slow : HttpMessageHandler
    {
        public TaskCompletionSource<HttpResponseMessage> Answer { get; } = new();

        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return Answer.Task;
        }
    }

    private sealed class Sending(Func<HttpContent> content, HttpStatusCode status = HttpStatusCode.Created) : HttpMessageHandler
    {
        public Sending(string body = "{}", HttpStatusCode status = HttpStatusCode.Created)
            : this(() => new StringContent(body), status)
        {
        }

        public int Count => Headers.Count;

        public List<string[]> Headers { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Headers.Add([.. request.Headers.Select(header => header.Key)]);
            return Task.FromResult(new HttpResponseMessage(status) { Content = content(), RequestMessage = request });
        }
    }

    private sealed class Unreadable : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync() => throw new IOException("It breaks off.");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new IOException("It breaks off.");

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
