using Apm.Tests.Gateway;

namespace Apm.Tests;

/// <summary>Handlers that give up an attempt, replace the response, or send another request within the call.</summary>
public class ChainTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_request_waits_for_100_continue(bool dependencyInjection)
    {
        await using var gateway = Merchant.Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, dependencyInjection, client: http => http.DefaultRequestHeaders.ExpectContinue = true);

        await shop.RefundAsync();

        Assert.DoesNotContain(gateway.Requests, request => request.Method == "POST" && request.Headers.ContainsKey("Expect"));
    }

    [Fact]
    public async Task An_attempt_that_a_handler_gave_up_ends_with_the_call()
    {
        var ended = new TaskCompletionSource();
        await using var gateway = Merchant.Gateway(_ => null);
        await using var shop = new Merchant(gateway.Address, true, () => new GivingUp(), primary: () => new Waiting(ended));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_disposed_of_is_an_answer()
    {
        await using var gateway = Merchant.Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new Stubborn());

        await shop.RefundAsync();

        Assert.Single(gateway.Requests, Merchant.IsRefund);
    }

    [Fact]
    public async Task Another_request_within_the_call_is_not_taken_for_the_call()
    {
        await using var gateway = Merchant.Gateway(_ => LoopbackGateway.Created());
        await using var shop = new Merchant(gateway.Address, true, () => new AskingForAToken());

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Contains("through another HttpClient", error.InnerException!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(gateway.Requests, request => request.Method == "POST" && request.Target != "/payments");
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
}
