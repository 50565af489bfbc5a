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

    internal object Client(GeneratedMethod method, SandboxServer server)
    {
        var (options, credentials) = (method.Options(null, new RecordedNames()), server.Gateway.Credentials);
        options.BaseAddress = server.BaseAddress;
        switch (options)
        {
            case BasicClientOptions basic:
                (basic.UserName, basic.Password) = (credentials.UserName, credentials.Password);
                break;
            case BearerClientOptions bearer:
                bearer.Token = credentials.Key;
                break;
            case HeaderKeyClientOptions header:
                header.Key = credentials.Key;
                break;
            default:
                throw new NotSupportedException($"No shipped gateway had {options.GetType().BaseType!.Name}: add its credentials here.");
        }

        return method.Client(_http, options);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        await Slow.DisposeAsync();
    }
}
