namespace Apm.Sandbox;

/// <summary>Which rule of a spec a body broke. The names are those of the rules that a generated validator reports.</summary>
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

    /// <summary>A text has characters that the field does not allow, or a lone surrogate.</summary>
    Characters,

    /// <summary>The value is none of the allowed ones, or of the wrong JSON type.</summary>
    Value,

    /// <summary>A number is out of range.</summary>
    Range,

    /// <summary>Not an absolute http or https address.</summary>
    Url,

    /// <summary>The other values of the body require a member that is absent.</summary>
    Missing,

    /// <summary>The other values of the body forbid a member that is there.</summary>
    Forbidden,

    /// <summary>Amounts do not add up.</summary>
    Sum,

    /// <summary>A list has too few or too many items.</summary>
    Count,
}
