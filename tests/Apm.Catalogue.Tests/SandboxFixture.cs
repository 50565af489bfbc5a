using Apm.Sandbox;
using Apm.Testing;

namespace Apm.Catalogue.Tests;

/// <summary>One gateway with every shipped method, over HTTP.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly HttpClient _http = ApmHttpHandler.CreateClient();

    public SandboxServer Server { get; private set; } = null!;

    /// <summary>The same, where sales are taken tomorrow.</summary>
    public SandboxServer Slow { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        (Server, Slow) = (await SandboxServer.StartAsync(), await SandboxServer.StartAsync(new() { SalesTake = TimeSpan.FromDays(1) }));

    internal object Client(GeneratedMethod method, SandboxServer server) => method.ClientType.Namespace == typeof(V2023.WorldpayClient).Namespace
        ? new V2023.WorldpayClient(_http, Options(new V2023.WorldpayClientOptions(), server))
        : new V2024.WorldpayClient(_http, Options(new V2024.WorldpayClientOptions(), server));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        await Slow.DisposeAsync();
    }

    private static T Options<T>(T options, SandboxServer server)
        where T : BasicClientOptions
    {
        options.BaseAddress = server.BaseAddress;
        options.UserName = server.UserName;
        options.Password = server.Password;
        return options;
    }
}
