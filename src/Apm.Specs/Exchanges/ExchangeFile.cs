namespace Apm.Specs;

// docs/decisions/sources-and-exchanges.md
/// <summary>A file of recorded exchanges with a gateway.</summary>
public sealed record ExchangeFile
{
    /// <summary>The path as the host gave it.</summary>
    public required string File { get; init; }

    /// <summary>The id of a method with its API, or of an API for its webhooks.</summary>
    public required string SpecId { get; init; }

    /// <summary>The exchanges without errors, in the order of the file.</summary>
    public required EquatableArray<RecordedExchange> Exchanges { get; init; }

    public required EquatableArray<SpecDiagnostic> Diagnostics { get; init; }
}
