using Apm.Tests.Acme;
using Apm.Tests.Gateway;

namespace Apm.Tests;

/// <summary>Calls that end although a handler goes on: what the handler does then changes no outcome and disturbs nobody.</summary>
public class AbandonedCallTests
{
    private static readonly Uri s_address = new("http://127.0.0.1:9");

    [Fact]
    public async Task A_callback_that_throws_when_the_call_is_abandoned_changes_no_outcome()
    {
        var ended = new TaskCompletionSource();
        using var http = ApmHttpHandler.CreateClient(new IgnoringItsToken(), new NeverAnswering(ended));
        http.Timeout = TimeSpan.FromMilliseconds(1);

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Pay(http));

        Assert.IsAssignableFrom<OperationCanceledException>(error.InnerException);
        Assert.True(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task A_handler_that_goes_on_after_the_call_can_neither_read_the_body_nor_send_a_copy()
    {
        var late = new GoingOn();
        using var http = ApmHttpHandler.CreateClient(late, new OutOfTime());
        http.Timeout = TimeSpan.FromMilliseconds(1);

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Pay(http));
        late.GoOn.SetResult();
        await late.Ended.Task.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.StartsWith("The call has ended", late.Reading!.Message, StringComparison.Ordinal);
        Assert.Contains("does not know to which call", late.Sending!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_call_used_is_disposed_of_at_its_end()
    {
        var seen = new Keeping();
        using var http = ApmHttpHandler.CreateClient(seen, new Answering());

        await Pay(http);

        Assert.Throws<ObjectDisposedException>(() => seen.Request!.Content = null);
        Assert.Throws<ObjectDisposedException>(() => seen.Response!.Content.ReadAsStream());
        Assert.Null(CallOrigin.Of(seen.Copy!));
    }

    [Fact]
    public async Task Without_a_time_limit_an_answer_is_waited_for()
    {
        var answer = new TaskCompletionSource<HttpResponseMessage>();
        using var http = ApmHttpHandler.CreateClient(new Answering(answer.Task));
        http.Timeout = Timeout.InfiniteTimeSpan;
        var paying = Pay(http);

        // Longer than the grace that handlers have which ignore their token.
        await Task.WhenAny(paying, Task.Delay(200));
        Assert.False(paying.IsCompleted);
        answer.SetResult(Answering.Created());

        await paying;
    }

    [Fact]
    public async Task A_callback_that_throws_after_a_time_limit_of_an_attempt_changes_no_outcome()
    {
        var ended = new TaskCompletionSource();
        using var http = ApmHttpHandler.CreateClient(new WaitingForTheEnd(ended), new OutOfTime());

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Pay(http));

        Assert.Same(OutOfTime.Failure, error.InnerException);
        Assert.True(ended.Task.IsCompleted);
    }

    [Fact]
    public async Task An_attempt_that_outlives_its_request_is_cancelled_and_leaves_no_unobserved_exception()
    {
        var (abandoning, disposed) = (new Abandoning(), new TaskCompletionSource());
        using var http = ApmHttpHandler.CreateClient(abandoning, new Lingering(disposed.Task));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Pay(http));
        disposed.SetResult();

        // A task that failed would be reported as unobserved. A cancelled one is not.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoning.Attempt!);
        Assert.True(abandoning.Attempt!.IsCanceled);
    }

    private static Task Pay(HttpClient http)
    {
        var options = new AcmeClientOptions();
        Shop.Configure(options, s_address);
        return new AcmeClient(http, options).PayAsync(Shop.Request());
    }

    private static void ThrowAtEnd(CancellationToken cancellationToken, TaskCompletionSource ended) => cancellationToken.Register(() =>
    {
        ended.SetResult();
        throw new InvalidOperationException("A callback failed.");
    });

    private sealed class IgnoringItsToken : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(request, CancellationToken.None);
    }

    private sealed class NeverAnswering(TaskCompletionSource ended) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ThrowAtEnd(cancellationToken, ended);
            return new TaskCompletionSource<HttpResponseMessage>().Task;
        }
    }

    private sealed class WaitingForTheEnd(TaskCompletionSource ended) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ThrowAtEnd(cancellationToken, ended);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                await ended.Task;
            }
        }
    }

    private sealed class GoingOn : DelegatingHandler
    {
        public TaskCompletionSource GoOn { get; } = new();

        public TaskCompletionSource Ended { get; } = new();

        public Exception? Reading { get; private set; }

        public Exception? Sending { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var (content, copy) = (request.Content!, new HttpRequestMessage(request.Method, request.RequestUri));
            copy.Headers.TryAddWithoutValidation(CallOrigin.HeaderName, request.Headers.GetValues(CallOrigin.HeaderName));
            await GoOn.Task;
            Reading = await Record.ExceptionAsync(() => content.CopyToAsync(Stream.Null, CancellationToken.None));
            Sending = await Record.ExceptionAsync(() => base.SendAsync(copy, CancellationToken.None));
            Ended.SetResult();
            throw new TimeoutException();
        }
    }

    private sealed class Keeping : DelegatingHandler
    {
        public HttpRequestMessage? Request { get; private set; }

        public HttpRequestMessage? Copy { get; private set; }

        public HttpResponseMessage? Response { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Request, Copy) = (request, new HttpRequestMessage(request.Method, request.RequestUri));
            Copy.Headers.TryAddWithoutValidation(CallOrigin.HeaderName, request.Headers.GetValues(CallOrigin.HeaderName));
            return Response = await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Answering(Task<HttpResponseMessage>? answer = null) : HttpMessageHandler
    {
        public static HttpResponseMessage Created() => new(System.Net.HttpStatusCode.Created) { Content = new StringContent(LoopbackGateway.Payment()) };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer ?? Task.FromResult(Created());
    }

    private sealed class OutOfTime : HttpMessageHandler
    {
        public static readonly OperationCanceledException Failure = new();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw Failure;
    }

    private sealed class Abandoning : DelegatingHandler
    {
        public Task<HttpResponseMessage>? Attempt { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Attempt = base.SendAsync(request, cancellationToken);
            throw new TimeoutException();
        }
    }

    // It sees the end of the call only when the request of the call is gone.
    private sealed class Lingering(Task disposed) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await disposed;
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The call has not ended.");
        }
    }
}
