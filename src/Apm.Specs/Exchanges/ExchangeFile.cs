namespace Apm.Specs;

// docs/decisions/sources-and-exchanges.md
/// <summary>A file of recorded exchanges with a gateway.</summary>
public sealed record ExchangeFile
{
    /// <summary>The path as the host gave it.</summary>
    public required string File { get; init; }

    /// <summary>The id of a method with its API, or of an API for its webhooks.</summary>
    public required string SpecId { get; init; }

    /// <summary>The id, or the beginning of the file.</summary>
    public required SpecLocation IdLocation { get; init; }

    /// <summary>The exchanges without errors, in the order of the file.</summary>
    public required EquatableArray<RecordedExchange> Exchanges { get; init; }

    public required EquatableArray<SpecDiagnostic> Diagnostics { get; init; }

    /// <summary>What is wrong with the id if it is none of these; null if it is one, or if the file has none.</summary>
    /// <param name="ids">The ids of all methods and APIs.</param>
    public SpecDiagnostic? UnknownSpec(IReadOnlyCollection<string> ids) => SpecId.Length == 0 || ids.Contains(SpecId) ? null : new SpecDiagnostic(
        SpecDescriptors.UnknownName,
        IdLocation,
        $"no spec has the id {MessageText.Of(SpecId)}: "
            + new Suggestions(1).DidYouMean(SpecId, ids, "write the id of a method with its API, or of an API for its webhooks"));
}
