using Apm.Tests.Acme;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Tests.Gateway;

/// <summary>A merchant's services around one client.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public const string UserName = "merchant-7";
    public const string Password = "p4ss-w0rd-s3cret";

    private readonly ServiceProvider _services;

    public Shop(Uri gateway, Action<IHttpClientBuilder>? handlers = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        var builder = collection.AddAcmeClient(options => Configure(options, gateway));
        handlers?.Invoke(builder);
        services?.Invoke(collection);
        _services = collection.BuildServiceProvider();
        Client = _services.GetRequiredService<IAcmeClient>();
    }

    public IAcmeClient Client { get; }

    public static AcmeWalletRequest Request(string reference = "order-1") => new()
    {
        TransactionReference = reference,
        Value = new Money(1234, "HKD"),
        CustomerName = "Erika Mustermann",
    };

    public static void Configure(AcmeClientOptions options, Uri gateway)
    {
        options.BaseAddress = gateway;
        options.UserName = UserName;
        options.Password = Password;
    }

    /// <summary>A client without dependency injection.</summary>
    public static AcmeClient Plain(Uri gateway, HttpMessageHandler? handler = null)
    {
        var options = new AcmeClientOptions();
        Configure(options, gateway);
        return new AcmeClient(handler is null ? ApmHttpHandler.CreateClient() : ApmHttpHandler.CreateClient(handler), options);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
