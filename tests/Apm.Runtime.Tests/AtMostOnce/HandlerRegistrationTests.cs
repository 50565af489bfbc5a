using System.Collections.Concurrent;
using System.Net;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;

namespace Apm.Tests;

/// <summary>Handlers that a shop adds to all clients, later, or twice.</summary>
public class HandlerRegistrationTests
{
    [Fact]
    public async Task Handlers_for_all_clients_that_are_added_later_are_outside_too()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Shop(gateway.Address, services: services =>
            services.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler()));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Handlers_that_a_filter_adds_at_the_end_are_outside_too(bool before)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, ""));
        var services = new ServiceCollection();
        if (before)
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter, StubbornFilter>();
        }

        services.AddAcmeClient(options => Shop.Configure(options, gateway.Address));
        if (!before)
        {
            services.AddSingleton<IHttpMessageHandlerBuilderFilter, StubbornFilter>();
        }

        await using var provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => provider.GetRequiredService<IAcmeClient>().PayAsync(Shop.Request()));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, Assert.IsType<ApmGatewayException>(error.InnerException).StatusCode);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task The_log_of_requests_says_what_the_gateway_answered()
    {
        var log = new FakeLog();
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, ""));
        await using var shop = new Shop(gateway.Address, services: services => services.AddLogging(logging => logging.AddProvider(log)));

        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));

        Assert.Contains(log.Lines, line => line.Contains("503", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_registered_twice_does_not_wait_for_itself()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address, services: services => services.AddAcmeClient());

        await shop.Client.PayAsync(Shop.Request()).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Single(gateway.Requests);
    }

    private sealed class StubbornFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new ResilienceHandler(Pipelines.Stubborn(new())));
        };
    }

    private sealed class FakeLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
