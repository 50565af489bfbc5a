using Apm.Tests.Gateway;

namespace Apm.Tests;

/// <summary>Handlers that send through their own client, which the guard does not see.</summary>
public class OwnClientChainTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_sends_through_a_client_of_its_own_never_says_that_nothing_was_sent(bool dependencyInjection)
    {
        await using var gateway = Merchant.Gateway(_ => null);
        await using var shop = new Merchant(gateway.Address, dependencyInjection, () => new Forwarding());

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, Merchant.IsRefund);
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

        Assert.Single(gateway.Requests, Merchant.IsRefund);
    }

    [Fact]
    public async Task The_time_limit_of_a_handlers_own_client_does_not_say_that_nothing_was_sent()
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(request =>
            Merchant.IsRefund(request)
                ? never.Task
                : Task.FromResult<string?>(LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"} """))));
        await using var shop = new Merchant(gateway.Address, true, () => new Forwarding(LoopbackGateway.TimeToArrive));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(shop.RefundAsync);

        Assert.Single(gateway.Requests, Merchant.IsRefund);
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
}
