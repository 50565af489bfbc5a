namespace Apm.Sandbox;

/// <summary>Leaves signals such as Ctrl+C to the process that the sandbox is a guest in; the usual lifetime would swallow them.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
