using System.ComponentModel.DataAnnotations;

namespace Apm;

/// <summary>What a validator found.</summary>
public sealed class ApmValidationResult
{
    /// <summary>Nothing is wrong.</summary>
    public static readonly ApmValidationResult Valid = new([]);

    internal ApmValidationResult(IReadOnlyList<ApmViolation> violations) => Violations = violations;

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Violations.Count == 0;

    /// <summary>Everything that is wrong, in the order of the spec; empty when valid.</summary>
    public IReadOnlyList<ApmViolation> Violations { get; }

    /// <summary>The violations for <see cref="IValidatableObject"/>: the path stands as the member's name.</summary>
    public IEnumerable<ValidationResult> ToValidationResults()
    {
        if (IsValid)
        {
            return [];
        }

        var results = new ValidationResult[Violations.Count];
        for (var index = 0; index < results.Length; index++)
        {
            results[index] = new ValidationResult(Violations[index].Message, [Violations[index].Path]);
        }

        return results;
    }

    /// <summary>The violations, one on each line, or <c>valid</c>.</summary>
    public override string ToString() => IsValid
        ? "valid"
        : string.Join('\n', Violations);
}
