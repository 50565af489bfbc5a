using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace Apm.Tests;

/// <summary>A client that the guard cannot protect is refused, in words that name the way out.</summary>
public class RefusedClientTests
{
    [Fact]
    public async Task A_factory_that_is_not_the_platforms_is_refused()
    {
        var services = new ServiceCollection();
        services.AddAcmeClient(options => Shop.Configure(options, new Uri("http://127.0.0.1:9")));
        services.AddSingleton<IHttpClientFactory, BareFactory>();
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IAcmeClient>());

        Assert.Contains("has no guard, so a handler could send a payment twice", error.Message, StringComparison.Ordinal);
        Assert.Contains("BareFactory", error.Message, StringComparison.Ordinal);
        Assert.Contains("Add handlers to the builder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_takes_the_guard_away_is_refused()
    {
        var services = new ServiceCollection();
        services.AddAcmeClient(options => Shop.Configure(options, new Uri("http://127.0.0.1:9")));
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new ReplacingFilter()));
        await using var provider = services.BuildServiceProvider();

        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IAcmeClient>());
    }

    [Fact]
    public void A_client_that_is_not_guarded_is_refused()
    {
        using var http = new HttpClient(ApmHttpHandler.Create());
        var options = new AcmeClientOptions { UserName = Shop.UserName, Password = Shop.Password };

        var error = Assert.Throws<ArgumentException>(() => new AcmeClient(http, options));

        Assert.Contains("is not guarded", error.Message, StringComparison.Ordinal);
        Assert.Contains("ApmHttpHandler.CreateClient", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_has_sent_requests_is_refused_in_words_that_help(bool wrapped)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        HttpMessageHandler used = wrapped
            ? new Noting("", []) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } }
            : new SocketsHttpHandler();
        using var http = new HttpClient(used);
        await http.GetStringAsync(gateway.Address);

        var error = Assert.Throws<InvalidOperationException>(() => ApmHttpHandler.CreateClient(used));

        Assert.StartsWith($"The handler {used.GetType().Name} has sent requests already", error.Message, StringComparison.Ordinal);
        Assert.Contains("a new handler", error.Message, StringComparison.Ordinal);
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

    private sealed class Noting(string name, List<string> order) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            order.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class BareFactory : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new();
    }

    private sealed class ReplacingFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.PrimaryHandler = new SocketsHttpHandler();
        };
    }
}
