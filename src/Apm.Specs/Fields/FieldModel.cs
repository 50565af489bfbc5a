namespace Apm.Specs;

/// <summary>A member of a request body. The root, every object and every list have members; every other type is a leaf.</summary>
/// <remarks>The property of a key of the spec stands in the file of its facet.</remarks>
public sealed partial record FieldModel
{
    /// <summary>The JSON name; empty for a root.</summary>
    public required string Name { get; init; }

    /// <summary>Dotted from the root, such as <c>instruction.narrative.line1</c>; empty for a root.</summary>
    public required string Path { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>The id of the spec that has the last word on this field: an API's or a method's.</summary>
    public required string DeclaredBy { get; init; }

    /// <summary>What the money may be, for <see cref="FieldType.Money"/>.</summary>
    public MoneyModel? Money { get; init; }

    /// <summary>Of an object, in the order of the file; of a list its items, whose name is <c>[]</c>.</summary>
    public EquatableArray<FieldModel> Members { get; init; }

    /// <summary>The id of the API's type that this object is, member by member; null where it is a type of its own.</summary>
    public string? SharedType { get; init; }

    /// <summary>An object that the API file defines and the method leaves as it is: one type for all methods.</summary>
    public bool IsShared { get; init; }

    /// <summary>What each item of a list is.</summary>
    public FieldModel Item => Members[0];

    /// <summary>The same where only some of the currencies are accepted, for all money in it.</summary>
    public FieldModel Accepting(EquatableArray<string> currencies) => this with
    {
        Money = Money is null ? null : Money with { Currencies = currencies },
        Members = Members.Select(member => member.Accepting(currencies)).ToEquatableArray(),
    };

    public FieldModel? Member(string name) => Members.FirstOrDefault(member => member.Name == name);
}

public enum FieldType
{
    Object,
    List,
    String,
    Const,
    Enum,
    Url,
    Money,
    Currency,
    Country,
    Language,
    Integer,
    MinorUnits,
    Boolean,
    Email,
    Phone,
    Date,
    Iban,
    Json,
}

/// <param name="Min">Null where there is no lower bound.</param>
/// <param name="Max">Null where there is no upper bound.</param>
public sealed record RangeModel(long? Min, long? Max);

/// <param name="Format">The names of the two members.</param>
/// <param name="MinorUnits">The gateway's own bounds for the integer amount.</param>
/// <param name="Currencies">What is accepted, in the order of the file.</param>
/// <param name="Limits">All that are known.</param>
public sealed record MoneyModel(MoneyFormatModel Format, RangeModel? MinorUnits, EquatableArray<string> Currencies, EquatableArray<LimitModel> Limits)
{
    /// <summary>Those that are checked: at most one for each currency.</summary>
    public IEnumerable<LimitModel> EnforcedLimits => Limits.Where(limit => limit.IsEnforced);
}
