using System.ComponentModel;
using System.Globalization;

namespace Apm;

/// <summary>Collects violations. It allocates nothing until the first one. Pass it by reference.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct ApmViolations
{
    private List<ApmViolation>? _violations;

    /// <summary>Adds a violation.</summary>
    /// <param name="path">The JSON path, such as <c>$.instruction.value.currency</c>.</param>
    /// <param name="member">The C# property, such as <c>Instruction.Value</c>.</param>
    /// <param name="rule">The kind of rule.</param>
    /// <param name="requirement">The requirement, such as <c>must be set</c>.</param>
    public void Add(string path, string member, ViolationRule rule, string requirement) =>
        (_violations ??= []).Add(new ApmViolation(path, member, rule, requirement));

    /// <summary>Adds a violation for a required property that is not set.</summary>
    /// <param name="path">The JSON path.</param>
    /// <param name="member">The C# property.</param>
    public void Required(string path, string member) => Add(path, member, ViolationRule.Required, "must be set");

    /// <summary>The number of violations so far.</summary>
    public readonly int Count => _violations?.Count ?? 0;

    /// <summary>Completes violations whose paths are relative to an object.</summary>
    /// <param name="path">The JSON path of the object, such as <c>$.customer.address</c>.</param>
    /// <param name="member">The C# property of the object, such as <c>Customer.Address</c>.</param>
    /// <param name="first">The <see cref="Count"/> before the object was checked.</param>
    public readonly void MoveTo(string path, string member, int first)
    {
        for (var index = first; index < Count; index++)
        {
            var violation = _violations![index];
            _violations[index] = violation with
            {
                Path = string.Concat(path, violation.Path.AsSpan(1)),
                Member = violation.Member.Length == 0 ? member : member + "." + violation.Member,
            };
        }
    }

    /// <summary>Completes violations whose paths are relative to an item of a list.</summary>
    /// <param name="path">The JSON path of the list, such as <c>$.order.items</c>.</param>
    /// <param name="member">The C# property of the list, such as <c>Order.Items</c>.</param>
    /// <param name="item">The index of the item.</param>
    /// <param name="first">The <see cref="Count"/> before the item was checked.</param>
    public readonly void MoveTo(string path, string member, int item, int first)
    {
        if (Count > first)
        {
            var index = "[" + item.ToString(CultureInfo.InvariantCulture) + "]";
            MoveTo(path + index, member + index, first);
        }
    }

    /// <summary>Completes violations whose paths are relative to a value of a map.</summary>
    /// <param name="path">The JSON path of the map, such as <c>$.metadata</c>.</param>
    /// <param name="member">The C# property of the map, such as <c>Metadata</c>.</param>
    /// <param name="name">The name of the entry.</param>
    /// <param name="first">The <see cref="Count"/> before the value was checked.</param>
    public readonly void MoveTo(string path, string member, string name, int first)
    {
        if (Count > first)
        {
            MoveTo(path + "." + name, $"{member}[\"{name}\"]", first);
        }
    }

    /// <summary>Returns the collected violations.</summary>
    public readonly ApmValidationResult ToResult() =>
        _violations is null ? ApmValidationResult.Valid : new ApmValidationResult(_violations.AsReadOnly());
}
