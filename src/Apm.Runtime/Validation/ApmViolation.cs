namespace Apm;

/// <summary>A violation of one rule. The gateway would refuse the request.</summary>
/// <param name="Path">The JSON path from <c>$</c>, such as <c>$.instruction.value.currency</c> or <c>$.order.items[2].unitCost</c>.</param>
/// <param name="Member">The C# property from the request, such as <c>Instruction.Value</c> or <c>Order.Items[2].UnitCost</c>.</param>
/// <param name="Rule">The kind of rule.</param>
/// <param name="Requirement">The requirement, such as <c>must have 1 to 64 characters</c>. It quotes no value that the spec withholds from logs.</param>
public sealed record ApmViolation(string Path, string Member, ViolationRule Rule, string Requirement)
{
    /// <summary>The member, its JSON path, and the requirement, such as <c>Line1 (line1) must have 1 to 24 characters</c>.</summary>
    public string Message => $"{Member} ({Path.AsSpan(Math.Min(Path.Length, "$.".Length))}) {Requirement}";

    /// <summary>The message.</summary>
    public override string ToString() => Message;
}

/// <summary>The kind of a violated rule.</summary>
public enum ViolationRule
{
    /// <summary>A required value is absent.</summary>
    Required,

    /// <summary>The currency is not accepted.</summary>
    Currency,

    /// <summary>The amount is above the maximum of its currency.</summary>
    Maximum,

    /// <summary>The amount is below the minimum of its currency.</summary>
    Minimum,

    /// <summary>The text is too long or too short, in Unicode code points.</summary>
    Length,

    /// <summary>The text has characters that are not allowed.</summary>
    Characters,

    /// <summary>The value is not one of the allowed values.</summary>
    Value,

    /// <summary>The number is out of range.</summary>
    Range,

    /// <summary>The text is not an absolute http or https address.</summary>
    Url,

    /// <summary>The other values of the request require a value that is absent.</summary>
    Missing,

    /// <summary>The other values of the request forbid a value that is present.</summary>
    Forbidden,

    /// <summary>Amounts do not add up.</summary>
    Sum,

    /// <summary>The list has too many or too few items, or the map too many or too few entries.</summary>
    Count,

    /// <summary>The date is too early or too late, counted from today.</summary>
    Date,
}
