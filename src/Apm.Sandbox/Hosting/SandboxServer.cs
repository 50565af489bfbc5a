using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace Apm.Sandbox;

/// <summary>A gateway that listens for HTTP, for as long as it is not disposed.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _customerClient;
    private readonly WebhookSender _events;

    private SandboxServer(WebApplication app, Gateway gateway, TimeProvider clock)
    {
        _app = app;
        _events = new(gateway.Webhooks, clock);
        Gateway = gateway;
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        BaseAddress = new Uri(address);
        _customerClient = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
        Customer = new(_customerClient);
    }

    /// <summary>Where the gateway is, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The gateway itself: its methods, payments, faults and counts.</summary>
    public Gateway Gateway { get; }

    /// <summary>For basic authentication.</summary>
    public string UserName => Gateway.Credentials.UserName;

    /// <summary>For basic authentication.</summary>
    public string Password => Gateway.Credentials.Password;

    /// <summary>What is to go wrong.</summary>
    public SandboxFaults Faults => Gateway.Faults;

    /// <summary>What the gateway tells the shop by itself.</summary>
    public SandboxWebhooks Webhooks => Gateway.Webhooks;

    /// <summary>How many requests came.</summary>
    public RequestCounter Received => Gateway.Received;

    /// <summary>Plays the customer at the hosted page, over HTTP.</summary>
    public SandboxCustomer Customer { get; }

    /// <summary>Starts a gateway.</summary>
    /// <param name="options">Null for every default: the specs that come with the sandbox, a free loopback port.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>Once it listens.</returns>
    /// <exception cref="SandboxSpecException">The specs describe no payment method that could be played.</exception>
    /// <exception cref="ArgumentException">The address is not plain http without a path, or remote without permission.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<SandboxServer> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new(), new Gateway(options), null, cancellationToken);

    internal static async Task<SandboxServer> StartAsync(
        SandboxOptions options,
        Gateway gateway,
        Action<ILoggingBuilder>? logging,
        CancellationToken cancellationToken)
    {
        var endpoint = ListenAddress.Of(options);

        // Empty: a host's appsettings.json and environment are about the host's own server, not about this one.
        var builder = WebApplication.CreateEmptyBuilder(new());
        logging?.Invoke(builder.Logging);
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        try
        {
            var logger = logging is null ? NullLogger.Instance : app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Apm.Sandbox");
            app.Run(new HttpAdapter(gateway, options.MaxBodyBytes, logger, app.Lifetime.ApplicationStopping).HandleAsync);
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new(app, gateway, options.TimeProvider);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A handler that reaches the same gateway without a socket.</summary>
    public SandboxHandler CreateHandler() => Gateway.CreateHandler();

    /// <summary>Stops listening, and sends no events any more. Delays that a test asked for end at once.</summary>
    public async ValueTask DisposeAsync()
    {
        _customerClient.Dispose();
        await _events.DisposeAsync().ConfigureAwait(false);
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(atOnce.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
