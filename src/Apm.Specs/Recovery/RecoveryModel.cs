namespace Apm.Specs;

// docs/decisions/any-gateway.md
/// <summary>What makes the repetition of a request with an unknown outcome safe.</summary>
/// <param name="Key">For <see cref="RecoveryKind.IdempotencyKey"/> only.</param>
public sealed record RecoveryModel(RecoveryKind Kind, IdempotencyKeyModel? Key);

/// <summary>The names are the words in the API file, in kebab case.</summary>
public enum RecoveryKind
{
    /// <summary>The gateway refuses a reference that it knows.</summary>
    DuplicateReference,

    /// <summary>The gateway repeats its first response.</summary>
    IdempotencyKey,

    /// <summary>The operation <c>find</c> tells whether the gateway has the payment.</summary>
    QueryByReference,

    /// <summary>A repetition is never safe.</summary>
    None,
}

public sealed record IdempotencyKeyModel
{
    /// <summary>The header of requests with the key; null if the key is only in bodies or paths.</summary>
    public required string? Header { get; init; }

    /// <summary>The number of characters of a key; null where no source states it.</summary>
    public LengthModel? Length { get; init; }

    /// <summary>How long the gateway knows a key, in seconds; null where no source states it.</summary>
    public int? LivesSeconds { get; init; }

    /// <summary>The operations that take a key; empty for all that change something.</summary>
    public EquatableArray<string> Operations { get; init; }

    public bool IsTakenBy(OperationModel operation) => !operation.IsQuery && (Operations.IsEmpty || Operations.Contains(operation.Id));
}
