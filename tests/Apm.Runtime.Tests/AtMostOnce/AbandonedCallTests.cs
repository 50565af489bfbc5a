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

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Pay(http));

        Assert.True(ended.Task.IsCompleted);
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
