using System.ComponentModel.DataAnnotations;

namespace Apm;

/// <summary>The result of a validation.</summary>
public sealed class ApmValidationResult
{
    /// <summary>The result without violations.</summary>
    public static readonly ApmValidationResult Valid = new([]);

    internal ApmValidationResult(IReadOnlyList<ApmViolation> violations) => Violations = violations;

    /// <summary>Whether there is no violation.</summary>
    public bool IsValid => Violations.Count == 0;

    /// <summary>All violations, in the order of the spec; empty for a valid request.</summary>
    public IReadOnlyList<ApmViolation> Violations { get; }

    /// <summary>Returns the violations for <see cref="IValidatableObject"/>, with the path as the member's name.</summary>
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
