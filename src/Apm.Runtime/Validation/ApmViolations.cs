using System.ComponentModel;

namespace Apm;

/// <summary>Collects violations. It allocates nothing until there is one. Pass it by reference.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ApmViolations
{
    private List<ApmViolation>? _violations;

    /// <summary>Adds a violation.</summary>
    /// <param name="path">Such as <c>$.instruction.value.currency</c>.</param>
    /// <param name="rule">The kind of rule.</param>
    /// <param name="message">What is wrong and what is allowed.</param>
    public void Add(string path, ViolationRule rule, string message) =>
        (_violations ??= []).Add(new ApmViolation(path, rule, message));

    /// <summary>What was collected.</summary>
    public readonly ApmValidationResult ToResult() =>
        _violations is null ? ApmValidationResult.Valid : new ApmValidationResult(_violations.AsReadOnly());
}
