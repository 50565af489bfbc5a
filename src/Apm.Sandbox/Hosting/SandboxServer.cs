using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace Apm.Sandbox;

/// <summary>A gateway that listens for HTTP requests until it is disposed of.</summary>
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

    /// <summary>The address of the gateway, such as <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The gateway: its methods, payments, faults and counts.</summary>
    public Gateway Gateway { get; }

    /// <summary>The user name for basic authentication.</summary>
    public string UserName => Gateway.Credentials.UserName;

    /// <summary>The password for basic authentication.</summary>
    public string Password => Gateway.Credentials.Password;

    /// <summary>The faults that a test arms.</summary>
    public SandboxFaults Faults => Gateway.Faults;

    /// <summary>The webhooks of the gateway.</summary>
    public SandboxWebhooks Webhooks => Gateway.Webhooks;

    /// <summary>The number of received requests.</summary>
    public RequestCounter Received => Gateway.Received;

    /// <summary>Simulates the customer at the hosted page, over HTTP.</summary>
    public SandboxCustomer Customer { get; }

    /// <summary>Starts a gateway.</summary>
    /// <param name="options">The options; null for the defaults: the specs that come with the sandbox, and a free loopback port.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <returns>The server, after it has begun to listen.</returns>
    /// <exception cref="SandboxSpecException">The specs describe no payment method without errors.</exception>
    /// <exception cref="ArgumentException">The address is not http, or has a path, or is not local although
    /// <see cref="SandboxOptions.AllowRemote"/> is not set.</exception>
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

        // Empty, because appsettings.json and environment variables of a host are for the host's own server.
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

    /// <summary>Creates a handler that reaches the same gateway without a socket.</summary>
    public SandboxHandler CreateHandler() => Gateway.CreateHandler();

    /// <summary>Stops listening and sends no more webhooks. Delays that a test armed end at once.</summary>
    public async ValueTask DisposeAsync()
    {
        _customerClient.Dispose();
        await _events.DisposeAsync().ConfigureAwait(false);
        using var atOnce = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(atOnce.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
    }
}
