using Apm.Sandbox;

namespace Checkout;

/// <summary>A web shop that takes AlipayHK, with a sandbox for its gateway.</summary>
internal sealed class Store : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SandboxServer _sandbox;

    private Store(WebApplication app, SandboxServer sandbox) => (_app, _sandbox) = (app, sandbox);

    /// <summary>Where customers come in.</summary>
    public Uri Address => new(_app.Urls.First());

    public static async Task<Store> StartAsync(string[] arguments)
    {
        // A real gateway has its address, user name, password and keys in the shop's configuration.
        var sandbox = await SandboxServer.StartAsync();
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Services.AddSingleton<OrderBook>();
        builder.Services.AddWorldpayClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.UserName = sandbox.UserName;
            options.Password = sandbox.Password;
        });
        builder.Services.AddApmWebhooks<WorldpayEvent>(options =>
        {
            foreach (var (id, secret) in sandbox.Webhooks.Keys)
            {
                options.Keys.Add(id, secret);
            }
        });

        var app = builder.Build();
        app.MapCheckout();
        app.MapApmWebhooks("/events", (WorldpayEvent received, OrderBook orders, CancellationToken _) =>
        {
            orders.Hear(received.TransactionReference, received.State);
            return Task.CompletedTask;
        });
        await app.StartAsync();

        var store = new Store(app, sandbox);
        sandbox.Webhooks.SendTo(new Uri(store.Address, "/events"));
        return store;
    }

    public Task WaitForShutdownAsync() => _app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
