using System.ComponentModel;
using System.Globalization;

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

    /// <summary>Adds that a field is not there which always has to be.</summary>
    /// <param name="field">Such as <c>instruction.value.currency</c>.</param>
    public void Required(string field) => Add("$." + field, ViolationRule.Required, field + " must be set");

    /// <summary>How many were added.</summary>
    public readonly int Count => _violations?.Count ?? 0;

    /// <summary>Moves violations whose paths count from an object to where the object stands.</summary>
    /// <param name="path">Such as <c>$.customer.address</c>.</param>
    /// <param name="first">The <see cref="Count"/> before the object was checked.</param>
    public readonly void MoveTo(string path, int first)
    {
        for (var index = first; index < Count; index++)
        {
            var violation = _violations![index];
            _violations[index] = violation with { Path = string.Concat(path, violation.Path.AsSpan(1)) };
        }
    }

    /// <summary>The same for an item of a list.</summary>
    /// <param name="path">Of the list, such as <c>$.order.items</c>.</param>
    /// <param name="item">The item's place in it.</param>
    /// <param name="first">The <see cref="Count"/> before the item was checked.</param>
    public readonly void MoveTo(string path, int item, int first)
    {
        if (Count > first)
        {
            MoveTo(path + "[" + item.ToString(CultureInfo.InvariantCulture) + "]", first);
        }
    }

    /// <summary>What was collected.</summary>
    public readonly ApmValidationResult ToResult() =>
        _violations is null ? ApmValidationResult.Valid : new ApmValidationResult(_violations.AsReadOnly());
}
