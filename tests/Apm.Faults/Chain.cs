using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Apm.Faults;

/// <summary>One way in which shops put handlers around a client.</summary>
/// <param name="Name">For people.</param>
/// <param name="Open">Makes the client for a gateway, with settings of its HTTP client.</param>
internal sealed record Chain(string Name, Func<Uri, Action<HttpClient>, OpenChain> Open)
{
    /// <summary>The innermost handler is one of the platform, so that a call is promised to arrive at most once.</summary>
    public bool IsPromised { get; init; } = true;

    /// <summary>Every call succeeds where nothing fails.</summary>
    public bool IsUsable { get; init; } = true;

    public static IReadOnlyList<Chain> All { get; } =
    [
        Direct("options alone", () => []),
        Direct("a handler that looks", () => [new Looking()]),
        Direct("Polly's retry", () => [new ResilienceHandler(Stubborn(new()))]),
        Direct("copies", () => [new Retry(RetryKind.Copy)]),
        Direct("copies with options", () => [new Retry(RetryKind.CopyWithOptions)]),
        Direct("buffers, then sends again", () => [new Retry(RetryKind.Buffer)]),
        Direct("sends again", () => [new Retry(RetryKind.Same)]),
        Direct("copies, and never looks at its token", () => [new Retry(RetryKind.Deaf)]),
        Direct("copies, synchronously", () => [new Retry(RetryKind.Synchronous)]),
        Direct("HttpClientHandler", () => [new HttpClientHandler()]),
        Direct("credentials of its own", () => [new SocketsHttpHandler { Credentials = new NetworkCredential("u", "p"), PreAuthenticate = true }]),
        Direct("a wrapped handler", () => [new Looking { InnerHandler = new Looking { InnerHandler = new SocketsHttpHandler() } }]),
        Direct("Expect: 100-continue", () => [], http => http.DefaultRequestHeaders.ExpectContinue = true),
        Direct("chunked", () => [new Chunking()]),
        Direct("closes every connection", () => [], http => http.DefaultRequestHeaders.ConnectionClose = true),
        Direct("decompresses", () => [new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }]),
        Injected("injected", _ => { }),
        Injected("standard resilience", builder => Quick(builder.AddStandardResilienceHandler())),
        Injected("standard hedging", builder => builder.AddStandardHedgingHandler().Configure(options =>
        {
            options.Hedging.Delay = TimeSpan.FromMilliseconds(20);
            options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
            options.Endpoint.Timeout.Timeout = TimeSpan.FromSeconds(5);
        })),
        Injected("standard resilience twice", builder =>
        {
            Quick(builder.AddStandardResilienceHandler());
            builder.AddResilienceHandler("again", pipeline => Stubborn(pipeline));
        }),
        Injected("injected Polly", builder => builder.AddResilienceHandler("stubborn", pipeline => Stubborn(pipeline))),
        Injected("a timeout for each attempt", builder =>
            builder.AddResilienceHandler("limited", pipeline => Stubborn(pipeline.AddTimeout(TimeSpan.FromSeconds(20))))),
        Injected(
            "defaults for all clients",
            _ => { },
            services => services.ConfigureHttpClientDefaults(builder => Quick(builder.AddStandardResilienceHandler()))),
        Injected("a filter's handler", _ => { }, services => services.AddSingleton<IHttpMessageHandlerBuilderFilter, StubbornFilter>()),
        Injected("injected copies", builder => builder.AddHttpMessageHandler(() => new Retry(RetryKind.Copy))),
        Injected("injected copies, out of the call", builder => builder.AddHttpMessageHandler(() => new Retry(RetryKind.Outside))),
        Injected("copies bare of options and headers", builder => builder.AddHttpMessageHandler(() => new Retry(RetryKind.Bare))) with { IsUsable = false },
        Injected("injected Expect: 100-continue", builder => builder.ConfigureHttpClient(http => http.DefaultRequestHeaders.ExpectContinue = true)),
        Injected("a primary handler that retries", builder =>
            builder.ConfigurePrimaryHttpMessageHandler(() => new ResilienceHandler(Stubborn(new())) { InnerHandler = new SocketsHttpHandler() })),
        Injected("a primary handler that copies", builder =>
            builder.ConfigurePrimaryHttpMessageHandler(() => new Retry(RetryKind.Copy) { InnerHandler = new SocketsHttpHandler() })),
        Injected("a wrapped primary handler", builder =>
            builder.ConfigurePrimaryHttpMessageHandler(() => new Looking { InnerHandler = new SocketsHttpHandler() })),
        Injected("an opaque primary handler that copies", builder =>
            builder.ConfigurePrimaryHttpMessageHandler(() => new Opaque(new Retry(RetryKind.Copy) { InnerHandler = new SocketsHttpHandler() }))
        ) with
        {
            IsPromised = false,
        },
        Injected("forwards through a client of its own", builder => builder.AddHttpMessageHandler(() => new Forwarding())) with
        {
            IsPromised = false,
        },
        Injected("fails over to a client of its own", builder => builder.AddHttpMessageHandler(() => new FailingOver())) with
        {
            IsPromised = false,
        },
        Injected(
            "fails over later",
            builder => builder.AddHttpMessageHandler(() => new FailingOver { Delay = TimeSpan.FromMilliseconds(100) })
        ) with
        {
            IsPromised = false,
        },
        Injected(
            "forwards without reading the content",
            builder => builder.AddHttpMessageHandler(() => new Forwarding { ReadsContent = false })
        ) with
        {
            IsPromised = false,
        },
    ];

    public override string ToString() => Name;

    public static WorldpayClientOptions Options(Uri gateway) =>
        new()
        {
            BaseAddress = gateway,
            UserName = Environment.UserName,
            Password = Environment.MachineName,
        };

    private static Chain Direct(string name, Func<HttpMessageHandler[]> handlers, Action<HttpClient>? change = null) => new(name, (gateway, configure) =>
    {
        var http = ApmHttpHandler.CreateClient(handlers());
        configure(http);
        change?.Invoke(http);
        return new OpenChain(new WorldpayClient(http, Options(gateway)), http, http);
    });

    private static Chain Injected(string name, Action<IHttpClientBuilder> add, Action<IServiceCollection>? services = null) => new(name, (gateway, configure) =>
    {
        var collection = new ServiceCollection();
        var builder = collection.AddWorldpayClient(options =>
        {
            options.BaseAddress = gateway;
            options.UserName = Environment.UserName;
            options.Password = Environment.MachineName;
        });
        builder.ConfigureHttpClient(configure);
        add(builder);
        services?.Invoke(collection);
        var provider = collection.BuildServiceProvider();
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(builder.Name);
        return new OpenChain(provider.GetRequiredService<IWorldpayClient>() as WorldpayClient ?? throw new InvalidOperationException(), http, provider);
    });

    private static void Quick(IHttpStandardResiliencePipelineBuilder builder) => builder.Configure(options =>
    {
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.ShouldRetryAfterHeader = false;
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(10);
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5);
    });

    private static ResiliencePipeline<HttpResponseMessage> Stubborn(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline
        .AddRetry(new HttpRetryStrategyOptions
        {
            Delay = TimeSpan.Zero,
            MaxRetryAttempts = 3,
            ShouldRetryAfterHeader = false,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is not null || (int)arguments.Outcome.Result!.StatusCode >= 300),
        })
        .Build();

    private sealed class StubbornFilter : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new ResilienceHandler(Stubborn(new())));
        };
    }
}

/// <summary>A client, the HTTP client that it sends through, and what has to be disposed of.</summary>
internal sealed record OpenChain(WorldpayClient Client, HttpClient Http, IDisposable Owner) : IDisposable
{
    public void Dispose() => Owner.Dispose();
}
