using System.Diagnostics;

namespace Apm.Package.Tests;

/// <summary>A published <see cref="NativeShopProject"/> that runs.</summary>
internal sealed class NativeShop : IAsyncDisposable
{
    private readonly Process _process;

    private NativeShop(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<NativeShop> StartAsync(string program, Uri gateway, string user, string password)
    {
        var process = Process.Start(
            new ProcessStartInfo(program, [$"--gateway={gateway}", $"--user={user}", $"--password={password}"]) { RedirectStandardOutput = true }
        )!;
        return new NativeShop(process, new Uri((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
