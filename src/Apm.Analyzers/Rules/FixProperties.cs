namespace Apm.Analyzers;

/// <summary>The names under which a diagnostic tells a code fix what may be right.</summary>
public static class FixProperties
{
    /// <summary>The text or the amount that was written, so that a fix does not change another.</summary>
    public const string Written = nameof(Written);

    /// <summary>The allowed text that was meant, where the one written looks like a slip; without a <see cref="Spec"/> there is no constant for it.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>The allowed texts, one a line, where none is <see cref="Nearest"/> and they are few enough to choose from.</summary>
    public const string Allowed = nameof(Allowed);

    /// <summary>The id of the method's spec, whose generated facts hold its currencies as constants.</summary>
    public const string Spec = nameof(Spec);

    /// <summary>There where the amount was written in major units.</summary>
    public const string IsMajor = nameof(IsMajor);

    /// <summary>The limit that was broken, in minor units.</summary>
    public const string LimitMinorUnits = nameof(LimitMinorUnits);

    /// <summary>The currency of the amount.</summary>
    public const string Currency = nameof(Currency);

    /// <summary>Minor units that are as allowed as they are likely: what was written in major units was meant in minor units, or the other way round.</summary>
    public const string MeantMinorUnits = nameof(MeantMinorUnits);

    /// <summary>The C# name of a property that is missing or forbidden.</summary>
    public const string Member = nameof(Member);

    /// <summary>There where <see cref="Member"/> is of a group: the rest of it in the same object, with commas between; empty if
    /// some of it is elsewhere.</summary>
    public const string Rest = nameof(Rest);

    /// <summary>An address with https.</summary>
    public const string Address = nameof(Address);
}
