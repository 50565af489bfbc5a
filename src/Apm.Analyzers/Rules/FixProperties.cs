namespace Apm.Analyzers;

/// <summary>The names of diagnostic properties for code fixes.</summary>
public static class FixProperties
{
    /// <summary>The text or the amount in the code, so that a fix does not change another value.</summary>
    public const string Written = nameof(Written);

    /// <summary>The allowed text that means the same as the wrong one, so a program may write it. Without a <see cref="Spec"/> there is no
    /// constant for it.</summary>
    public const string Same = nameof(Same);

    /// <summary>The allowed text that was probably meant, if there is no <see cref="Same"/>. Only a person can decide whether it was.</summary>
    public const string Nearest = nameof(Nearest);

    /// <summary>The allowed texts, one on each line.</summary>
    public const string Allowed = nameof(Allowed);

    /// <summary>The id of the method's spec, whose generated constants include its currencies.</summary>
    public const string Spec = nameof(Spec);

    /// <summary>Present if the amount is in major units.</summary>
    public const string IsMajor = nameof(IsMajor);

    /// <summary>The violated limit, in minor units.</summary>
    public const string LimitMinorUnits = nameof(LimitMinorUnits);

    /// <summary>The currency of the amount.</summary>
    public const string Currency = nameof(Currency);

    /// <summary>An amount in minor units that is allowed and probably meant: the code confuses major units and minor units.</summary>
    public const string MeantMinorUnits = nameof(MeantMinorUnits);

    /// <summary>The C# name of a property that is missing or forbidden.</summary>
    public const string Member = nameof(Member);

    /// <summary>Present if <see cref="Member"/> belongs to a group: its missing members in the same object, separated by commas. Empty if
    /// some of them are in another object.</summary>
    public const string Rest = nameof(Rest);

    /// <summary>Present if <see cref="Member"/> belongs to a group: its members that the same object sets, separated by commas. Empty if
    /// another object sets some of them.</summary>
    public const string Set = nameof(Set);

    /// <summary>The address with https, which may be another address.</summary>
    public const string Address = nameof(Address);
}
