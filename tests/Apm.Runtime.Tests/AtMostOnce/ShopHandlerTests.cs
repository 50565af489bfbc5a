using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests;

/// <summary>What a shop's own handlers do to a call that goes out once.</summary>
public class ShopHandlerTests
{
    [Fact]
    public async Task An_open_circuit_means_that_nothing_was_sent()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address, builder => builder.AddHttpMessageHandler(() => new Refusing()));

        var error = await Assert.ThrowsAsync<ApmUnreachableException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.False(error.MoneyMayHaveMoved);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task A_handler_that_reads_the_body_first_changes_nothing()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address, builder => builder.AddHttpMessageHandler(() => new Reading()));

        await shop.Client.PayAsync(Shop.Request());

        Assert.Contains("order-1", Assert.Single(gateway.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_primary_handler_of_the_shop_follows_no_redirects_either()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(302, "", "Location: /elsewhere"));
        await using var shop = new Shop(gateway.Address, builder => builder.ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler()));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Equal("/payments", Assert.Single(gateway.Requests).Target);
    }

    [Fact]
    public async Task An_answer_is_kept_although_a_handler_above_gives_up()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address, builder => builder.AddHttpMessageHandler(() => new GivingUp()));

        var payment = await shop.Client.PayAsync(Shop.Request());

        Assert.Equal("pay-1", payment.PaymentId);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrapped_primary_handler_follows_no_redirects_either(bool dependencyInjection)
    {
        await using var other = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(302, "", $"Location: {other.Address}elsewhere"));
        await using var shop = new Shop(gateway.Address, builder =>
            builder.ConfigurePrimaryHttpMessageHandler(() => new Wrapping(new Wrapping(new HttpClientHandler()))));
        IAcmeClient client = dependencyInjection ? shop.Client : Shop.Plain(gateway.Address, new Wrapping(new Wrapping(new HttpClientHandler())));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => client.PayAsync(Shop.Request()));
        await Assert.ThrowsAsync<ApmGatewayException>(() => client.QueryAsync("/self"));

        Assert.Equal(["/payments", "/self"], gateway.Requests.Select(request => request.Target));
        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData("/elsewhere", true)]
    [InlineData("/elsewhere", false)]
    [InlineData("/payments", false)]
    public async Task An_answer_after_a_redirect_is_not_the_answer_to_a_payment(string location, bool dependencyInjection)
    {
        await using var gateway = new LoopbackGateway(request =>
            request.Method == "POST" ? LoopbackGateway.Answer(303, "", "Location: " + location) : LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address, builder => builder.ConfigurePrimaryHttpMessageHandler(() => new Opaque()));
        IAcmeClient client = dependencyInjection ? shop.Client : Shop.Plain(gateway.Address, new Opaque());

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => client.PayAsync(Shop.Request()));

        Assert.Contains("ApmHttpHandler.Create()", error.Message, StringComparison.Ordinal);
        Assert.Equal(location, gateway.Requests[1].Target);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_after_a_redirect_is_not_the_answer_to_a_question(bool dependencyInjection)
    {
        await using var gateway = new LoopbackGateway(request =>
            request.Target == "/self"
                ? LoopbackGateway.Answer(302, "", "Location: /elsewhere")
                : LoopbackGateway.Answer(200, LoopbackGateway.Payment("settled")));
        await using var shop = new Shop(gateway.Address, builder =>
            builder.ConfigurePrimaryHttpMessageHandler(() => new Opaque()).AddStandardResilienceHandler());
        IAcmeClient client = dependencyInjection ? shop.Client : Shop.Plain(gateway.Address, new Opaque());

        var error = await Assert.ThrowsAsync<ApmGatewayException>(() => client.QueryAsync("/self"));

        Assert.Contains("ApmHttpHandler.Create()", error.Message, StringComparison.Ordinal);
        Assert.False(error.MoneyMayHaveMoved);
        Assert.Equal(2, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_handler_of_the_shop_may_send_elsewhere_under_dependency_injection()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address, builder => builder.AddHttpMessageHandler(() => new Rewriting()));

        await shop.Client.PayAsync(Shop.Request());
        await shop.Client.QueryAsync("/self");

        Assert.All(gateway.Requests, request => Assert.Equal("/rewritten", request.Target));
    }

    private sealed class Wrapping(HttpMessageHandler inner) : DelegatingHandler(inner);

    // A primary handler of which nothing is known, and which follows redirects.
    private sealed class Opaque : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _sending = new(new SocketsHttpHandler());

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _sending.SendAsync(request, cancellationToken);
    }

    private sealed class Rewriting : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(request.RequestUri!, "/rewritten");
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Refusing : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new Polly.CircuitBreaker.BrokenCircuitException();
    }

    private sealed class GivingUp : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var response = await base.SendAsync(request, cancellationToken);
            throw new TimeoutException();
        }
    }

    private sealed class Reading : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
