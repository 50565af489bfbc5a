namespace Apm.Faults;

/// <summary>Counts the requests that arrive whole.</summary>
internal interface IGateway : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }

    /// <summary>The targets of the requests that arrived whole.</summary>
    IReadOnlyCollection<string> Arrived { get; }
}
