using Apm.Sandbox;

namespace Apm.Catalogue.Tests;

/// <summary>One gateway with every shipped method, over HTTP.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly HttpClient _http = new(ApmHttpHandler.Create());

    public SandboxServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SandboxServer.StartAsync();

    internal object Client(GeneratedMethod method) => method.Client.Namespace == typeof(V2023.WorldpayClient).Namespace
        ? new V2023.WorldpayClient(_http, Options(new V2023.WorldpayClientOptions()))
        : new V2024.WorldpayClient(_http, Options(new V2024.WorldpayClientOptions()));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private T Options<T>(T options)
        where T : BasicClientOptions
    {
        options.BaseAddress = Server.BaseAddress;
        options.UserName = Server.UserName;
        options.Password = Server.Password;
        return options;
    }
}
