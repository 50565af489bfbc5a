namespace Apm.Analyzers.Rules;

/// <summary>The names under which a diagnostic tells a code fix what may be right.</summary>
public static class FixData
{
    /// <summary>The allowed text that is nearest to the one written; without a <see cref="Spec"/> there is no constant for it.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>The id of the method's spec, whose generated facts hold its currencies as constants.</summary>
    public const string Spec = nameof(Spec);

    /// <summary>The limit that was broken, in minor units.</summary>
    public const string LimitMinorUnits = nameof(LimitMinorUnits);

    /// <summary>The currency of the amount.</summary>
    public const string Currency = nameof(Currency);

    /// <summary>Minor units that are as allowed as they are likely: what was written in major units was meant in minor units, or the other way round.</summary>
    public const string MeantMinorUnits = nameof(MeantMinorUnits);

    /// <summary>The C# name of a property that is missing or forbidden.</summary>
    public const string Member = nameof(Member);

    /// <summary>An address with https.</summary>
    public const string Address = nameof(Address);
}
