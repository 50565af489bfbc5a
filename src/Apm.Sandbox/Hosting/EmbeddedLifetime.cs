namespace Apm.Sandbox;

/// <summary>Leaves signals such as Ctrl+C to the process that hosts the sandbox. The usual lifetime would handle them itself.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
