using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A shop at the invented gateway, over real HTTP.</summary>
internal sealed class Quay : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Quay(SandboxServer sandbox, ServiceProvider services)
    {
        Sandbox = sandbox;
        _services = services;
        Client = services.GetRequiredService<IQuayClient>();
    }

    public static IReadOnlyList<(string File, string Text)> Specs { get; } =
    [
        .. new[] { "quay.api.yaml", "skiff.apm.yaml", "dory.apm.yaml" }.Select(file =>
            (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file)))),
    ];

    public SandboxServer Sandbox { get; }

    public IQuayClient Client { get; }

    public static async Task<Quay> OpenAsync()
    {
        var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection();
        services.AddQuayClient(client =>
        {
            client.BaseAddress = sandbox.BaseAddress;
            client.Token = sandbox.Gateway.Credentials.Key;
        });
        return new Quay(sandbox, services.BuildServiceProvider());
    }

    public static SkiffPaymentRequest Skiff(Money money) => new()
    {
        Order = Orders.NewReference(),
        Pay = new() { Money = money },
        Back = new() { Done = new("https://shop.example/done") },
    };

    public async Task<SkiffPayment> PaidAsync(Money money)
    {
        var payment = await Client.PayAsync(Skiff(money));
        await Sandbox.Customer.AuthorizeAsync(payment.QrCode!);
        return await Client.QueryAsync<SkiffPayment>(payment.Self!);
    }

    /// <summary>A payment whose customer is sent nowhere, and authorizes it elsewhere.</summary>
    public async Task<DoryPayment> HeldAsync(Money money)
    {
        var payment = await Client.PayAsync(new DoryPaymentRequest
        {
            Order = Orders.NewReference(),
            Pay = new() { Money = money },
            Back = new() { Done = new("https://shop.example/done") },
        });
        await Sandbox.Customer.AuthorizeAsync(Sandbox.Gateway.PageOf(payment.Self!));
        return await Client.QueryAsync<DoryPayment>(payment.Self!);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
