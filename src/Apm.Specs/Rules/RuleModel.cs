namespace Apm.Specs;

/// <summary>What ties several fields of a request together. Paths are dotted from the root.</summary>
public sealed record RuleModel
{
    public required RuleKind Kind { get; init; }

    /// <summary>The fields that the rule is about.</summary>
    public required EquatableArray<string> Paths { get; init; }

    /// <summary>All of these must hold; empty where the rule always does.</summary>
    public EquatableArray<ConditionModel> When { get; init; }

    /// <summary>All conditions of one of these must hold, too; empty where there are no alternatives.</summary>
    public EquatableArray<EquatableArray<ConditionModel>> AnyOf { get; init; }

    /// <summary>The list whose items are checked one by one, without its brackets; null where the whole request is checked.</summary>
    public string? List { get; init; }

    /// <summary>In Unicode code points.</summary>
    public LengthModel? Length { get; init; }

    /// <summary>The values that the field may have. A value that the field never has is only for people.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>The whole numbers that the field may have.</summary>
    public RangeModel? Range { get; init; }

    public PatternModel? Pattern { get; init; }

    /// <summary>What the field has to be equal to.</summary>
    public TermModel? To { get; init; }

    /// <summary>The same as the author wrote it.</summary>
    public string? ToText { get; init; }

    /// <summary>The reason that the spec gives, for people.</summary>
    public string? Because { get; init; }

    /// <summary>The id of the spec that has the rule.</summary>
    public required string DeclaredBy { get; init; }
}

/// <summary>The names are the keys in a spec, in kebab case.</summary>
public enum RuleKind
{
    /// <summary>The fields have values.</summary>
    Require,

    /// <summary>The fields have none.</summary>
    Forbid,

    /// <summary>All of the fields have values, or none has.</summary>
    AllOrNone,

    /// <summary>The texts have a length.</summary>
    Length,

    /// <summary>All texts of a list have a length together.</summary>
    CombinedLength,

    /// <summary>A whole number or an amount is what others make together.</summary>
    Equal,

    /// <summary>At most one of the fields has a value.</summary>
    AtMostOne,

    /// <summary>At least one of the fields has a value.</summary>
    AtLeastOne,

    /// <summary>The value is one of these.</summary>
    Values,

    /// <summary>The number is in a range.</summary>
    Range,

    /// <summary>The text matches a pattern.</summary>
    Pattern,
}

/// <param name="Path">Of the field that is looked at.</param>
/// <param name="Values">As JSON has them; a number in its shortest form.</param>
/// <param name="IsMetByAbsence">The field may be absent, and what the gateway then assumes is as the condition wants.</param>
public sealed record ConditionModel(string Path, ConditionTest Test, EquatableArray<string> Values, bool IsMetByAbsence)
{
    /// <summary>The field is money, and its currency is looked at.</summary>
    public bool IsCurrency { get; init; }
}

public enum ConditionTest
{
    /// <summary>The field has a value.</summary>
    Present,

    /// <summary>The field has none.</summary>
    Absent,

    /// <summary>Its value is one of these.</summary>
    OneOf,

    /// <summary>It has a value, and that is none of these.</summary>
    NoneOf,

    /// <summary>Its value begins with one of these.</summary>
    StartsWith,
}
