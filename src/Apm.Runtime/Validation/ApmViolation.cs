namespace Apm;

/// <summary>One thing in a request that the gateway would refuse.</summary>
/// <param name="Path">Where: <c>$</c> and the dotted JSON path, such as <c>$.instruction.value.currency</c> or <c>$.order.items[2].unitCost</c>.</param>
/// <param name="Rule">Which kind of rule was broken.</param>
/// <param name="Message">What is wrong and what is allowed. It quotes no value that the spec withholds from logs.</param>
public sealed record ApmViolation(string Path, ViolationRule Rule, string Message);

/// <summary>The kind of rule that a value broke.</summary>
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

    /// <summary>The value is not one of those allowed.</summary>
    Value,

    /// <summary>The number is out of range.</summary>
    Range,

    /// <summary>Not an absolute http or https address.</summary>
    Url,

    /// <summary>The other values of the request require a value that is absent.</summary>
    Missing,

    /// <summary>The other values of the request forbid a value that is there.</summary>
    Forbidden,

    /// <summary>Amounts do not add up.</summary>
    Sum,

    /// <summary>The list has too many or too few items.</summary>
    Count,
}
