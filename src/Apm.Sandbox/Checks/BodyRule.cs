namespace Apm.Sandbox;

/// <summary>The kind of a violated rule. The names are the same as in a generated validator.</summary>
public enum BodyRule
{
    /// <summary>A required member is absent or null.</summary>
    Required,

    /// <summary>The currency is not accepted.</summary>
    Currency,

    /// <summary>The amount is above the limit of its currency.</summary>
    Maximum,

    /// <summary>The amount is below the limit of its currency.</summary>
    Minimum,

    /// <summary>A text has too few or too many code points.</summary>
    Length,

    /// <summary>A text has characters that the field does not allow, or an unpaired surrogate.</summary>
    Characters,

    /// <summary>The value is not one of the allowed values, or has the wrong JSON type.</summary>
    Value,

    /// <summary>A number is out of range.</summary>
    Range,

    /// <summary>The text is not an absolute http or https address.</summary>
    Url,

    /// <summary>The other values of the body require a member that is absent.</summary>
    Missing,

    /// <summary>The other values of the body forbid a member that is present.</summary>
    Forbidden,

    /// <summary>Amounts do not add up.</summary>
    Sum,

    /// <summary>A list has too few or too many items, or a map has too few or too many entries.</summary>
    Count,

    /// <summary>A date is too early or too late, counted from today.</summary>
    Date,
}
