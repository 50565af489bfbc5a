using System.ComponentModel;

namespace Apm;

/// <summary>The idempotency key of a gateway's API: the gateway repeats its first response to a request with a key that it knows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IdempotencyKeyProfile
{
    /// <summary>The name of the request header with the key; null if the key is only in bodies or paths.</summary>
    public string? Header { get; init; }

    /// <summary>The minimum number of characters.</summary>
    public int MinLength { get; init; } = 1;

    /// <summary>The maximum number of characters.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    /// <summary>How long the gateway knows a key; null if no source states it.</summary>
    public TimeSpan? Lives { get; init; }

    /// <summary>The operations that take a key; empty for all that change something.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>The name of the error for a key of another request; null if there is none.</summary>
    public string? ReusedError { get; init; }

    /// <summary>The name of the error for a key whose request is still carried out; null if there is none.</summary>
    public string? InUseError { get; init; }

    /// <summary>The error for a key of another request, if it has no name; null otherwise.</summary>
    public UnnamedError? UnnamedReused { get; init; }

    /// <summary>The error for a key whose request is still carried out, if it has no name; null otherwise.</summary>
    public UnnamedError? UnnamedInUse { get; init; }

    internal bool IsTakenBy(ApmOperation operation) => !operation.IsSafe && (Operations.Count == 0 || Operations.Contains(operation.Id));

    private string Reason => Header is null ? "." : $", because it is sent in the header {Header}.";

    /// <exception cref="ApmValidationException">The gateway does not accept the key.</exception>
    internal void ThrowIfInvalid(string key)
    {
        var problem =
            key.AsSpan().ContainsAnyExceptInRange('!', '~') ? "must contain only printable ASCII characters without blanks"
            : key.Length < MinLength || key.Length > MaxLength ? $"must have {MinLength} to {MaxLength} characters"
            : null;
        if (problem is not null)
        {
            throw new ApmValidationException(new ApmValidationResult(
                [new ApmViolation("idempotencyKey", "idempotencyKey", ViolationRule.Characters, problem + Reason)]));
        }
    }
}
