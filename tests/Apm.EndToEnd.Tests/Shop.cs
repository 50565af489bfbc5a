using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests;

/// <summary>A shop with a client from dependency injection, and the sandbox it pays at, over real HTTP.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Shop(SandboxServer sandbox, ServiceProvider services)
    {
        Sandbox = sandbox;
        _services = services;
        Client = services.GetRequiredService<IWorldpayClient>();
    }

    public SandboxServer Sandbox { get; }

    public IWorldpayClient Client { get; }

    public SandboxCustomer Customer => Sandbox.Customer;

    public static async Task<Shop> OpenAsync(
        Action<IHttpClientBuilder>? configure = null,
        Action<IServiceCollection>? configureServices = null,
        SandboxOptions? options = null)
    {
        var sandbox = await SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        configureServices?.Invoke(services);
        var builder = services.AddWorldpayClient(client =>
        {
            client.BaseAddress = sandbox.BaseAddress;
            client.UserName = sandbox.UserName;
            client.Password = sandbox.Password;
        });
        configure?.Invoke(builder);
        return new Shop(sandbox, services.BuildServiceProvider());
    }

    /// <summary>A payment that the customer has authorized, as a query describes it.</summary>
    public async Task<AlipayHkPayment> PaidAsync(AlipayHkPaymentRequest? request = null)
    {
        var payment = await Client.PayAsync(request ?? Orders.Valid());
        await Customer.AuthorizeAsync(payment.Redirect!);
        return await Client.QueryAsync<AlipayHkPayment>(payment.Self!);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
