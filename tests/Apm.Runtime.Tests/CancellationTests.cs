using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests;

public class CancellationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelled_before_it_is_sent_nothing_is_sent(bool dependencyInjection)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);
        IAcmeClient client = dependencyInjection ? shop.Client : Shop.Plain(gateway.Address);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PayAsync(Shop.Request(), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.QueryAsync("/self", cancelled.Token));

        Assert.Empty(gateway.Requests);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("standard")]
    [InlineData("hedging")]
    [InlineData("no dependency injection")]
    public async Task Cancelled_after_it_was_sent_the_outcome_is_unknown(string handlers)
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(_ => never.Task);
        await using var shop = new Shop(gateway.Address, builder => _ = handlers switch
        {
            "standard" => (object)builder.AddStandardResilienceHandler(),
            "hedging" => builder.AddStandardHedgingHandler(),
            _ => builder,
        });
        IAcmeClient client = handlers == "no dependency injection" ? Shop.Plain(gateway.Address) : shop.Client;
        using var cancelling = new CancellationTokenSource();

        var paying = client.PayAsync(Shop.Request(), cancelling.Token);
        await gateway.ArrivedAsync(1);
        await cancelling.CancelAsync();

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => paying);
        Assert.IsAssignableFrom<OperationCanceledException>(error.InnerException);
        Assert.Equal("order-1", error.TransactionReference);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task A_question_that_is_cancelled_is_just_cancelled()
    {
        var never = new TaskCompletionSource<string?>();
        await using var gateway = new LoopbackGateway(_ => never.Task);
        await using var shop = new Shop(gateway.Address);
        using var cancelling = new CancellationTokenSource();

        var asking = shop.Client.QueryAsync("/self", cancelling.Token);
        await gateway.ArrivedAsync(1);
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelled_while_it_connects_nothing_was_sent(bool dependencyInjection)
    {
        var connecting = new TaskCompletionSource();
        var address = new Uri("http://127.0.0.1:9");
        await using var shop = new Shop(address, builder => builder.ConfigurePrimaryHttpMessageHandler(() => Connecting(connecting)));
        IAcmeClient client = dependencyInjection ? shop.Client : Shop.Plain(address, Connecting(connecting));
        using var cancelling = new CancellationTokenSource();

        var paying = client.PayAsync(Shop.Request(), cancelling.Token);
        await connecting.Task;
        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => paying);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_timeout_while_it_connects_means_that_nothing_was_sent(bool dependencyInjection)
    {
        var address = new Uri("http://127.0.0.1:9");
        var timeout = TimeSpan.FromMilliseconds(100);
        await using var shop = new Shop(address, builder =>
        {
            builder.ConfigureHttpClient(http => http.Timeout = timeout);
            builder.ConfigurePrimaryHttpMessageHandler(() => Connecting(new()));
        });
        using var http = ApmHttpHandler.CreateClient(Connecting(new()));
        http.Timeout = timeout;
        var options = new AcmeClientOptions();
        Shop.Configure(options, address);
        IAcmeClient client = dependencyInjection ? shop.Client : new AcmeClient(http, options);

        await Assert.ThrowsAsync<ApmUnreachableException>(() => client.PayAsync(Shop.Request()));
    }

    private static SocketsHttpHandler Connecting(TaskCompletionSource connecting)
    {
        var handler = ApmHttpHandler.Create();
        handler.ConnectCallback = async (_, cancellationToken) =>
        {
            connecting.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Stream.Null;
        };
        return handler;
    }

    [Fact]
    public async Task A_call_that_is_cancelled_asks_for_no_credentials()
    {
        var asked = 0;
        var options = new AcmeClientOptions { GetCredentialsAsync = _ => ValueTask.FromResult($"merchant:{++asked}") };
        var client = new AcmeClient(new ApmTransport(options, AcmeClient.Profile));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PayAsync(Shop.Request(), new CancellationToken(canceled: true)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.QueryAsync("/self", new CancellationToken(canceled: true)));

        Assert.Equal(0, asked);
    }

    [Fact]
    public async Task An_outcome_without_a_response_says_that_none_came()
    {
        await using var gateway = new LoopbackGateway(_ => (string?)null);

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => Shop.Plain(gateway.Address).PayAsync(Shop.Request()));

        Assert.Contains("there was no response", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_response_to_a_query_is_read_before_the_time_limits_of_handlers_end()
    {
        var body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(LoopbackGateway.Payment("settled")));
        var seen = new Seeing(body);
        var options = new AcmeClientOptions();
        Shop.Configure(options, new Uri("http://127.0.0.1:9"));
        using var http = ApmHttpHandler.CreateClient(seen, new Streaming(body));
        var client = new AcmeClient(new ApmTransport(http, options, AcmeClient.Profile));

        var payment = await client.QueryAsync("/self");

        Assert.Equal(PaymentState.Paid, payment.State);
        Assert.True(seen.IsRead);
    }

    private sealed class Seeing(MemoryStream body) : DelegatingHandler
    {
        public bool IsRead { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            // It is closed after it was read to its end.
            IsRead = !body.CanRead || body.Position == body.Length;
            return response;
        }
    }

    private sealed class Streaming(Stream body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) });
    }
}
