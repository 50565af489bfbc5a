namespace Apm.Specs;

/// <summary>A member of a request body. The root, every object and every list have members; every other type is a leaf.</summary>
public sealed record FieldModel
{
    /// <summary>The JSON name; empty for a root.</summary>
    public required string Name { get; init; }

    /// <summary>Dotted from the root, such as <c>instruction.narrative.line1</c>; empty for a root.</summary>
    public required string Path { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>Required within the parent object, whenever that is there.</summary>
    public required bool Required { get; init; }

    /// <summary>The API requires the field of a method that says nothing else; a method may make it optional.</summary>
    public bool RequiredByDefault { get; init; }

    /// <summary>The id of the spec that has the last word on this field: an API's or a method's.</summary>
    public required string DeclaredBy { get; init; }

    public string? Summary { get; init; }

    /// <summary>The value may be printed in logs and messages.</summary>
    public bool Loggable { get; init; }

    /// <summary>The only value: of a <see cref="FieldType.Const"/>, or of a boolean that the merchant has to set to it.</summary>
    public string? Const { get; init; }

    /// <summary>Of texts, in Unicode code points.</summary>
    public LengthModel? Length { get; init; }

    /// <summary>Of texts, matched against the whole value.</summary>
    public PatternModel? Pattern { get; init; }

    /// <summary>Of integers.</summary>
    public RangeModel? Range { get; init; }

    /// <summary>What an integer counts, such as <c>minutes</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>How many items a list has.</summary>
    public RangeModel? Count { get; init; }

    /// <summary>The allowed values of an enum, or of a country or language whose list is narrowed.</summary>
    public EquatableArray<string> Values { get; init; }

    /// <summary>What the gateway assumes where nothing is sent. Never sent.</summary>
    public string? Default { get; init; }

    /// <summary>What is sent unless the merchant sets another value.</summary>
    public string? Preset { get; init; }

    /// <summary>What the money may be, for <see cref="FieldType.Money"/>.</summary>
    public MoneyModel? Money { get; init; }

    /// <summary>Of an object, in the order of the file; of a list its items, whose name is <c>[]</c>.</summary>
    public EquatableArray<FieldModel> Members { get; init; }

    /// <summary>The id of the API's type that this object is, member by member; null where it is a type of its own.</summary>
    public string? SharedType { get; init; }

    /// <summary>The C# name that an author pinned for an object's type.</summary>
    public string? TypeName { get; init; }

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

/// <param name="Min">At least 0.</param>
/// <param name="Max">Null where there is no upper bound.</param>
public sealed record LengthModel(int Min, int? Max);

/// <param name="Min">Null where there is no lower bound.</param>
/// <param name="Max">Null where there is no upper bound.</param>
public sealed record RangeModel(long? Min, long? Max);

/// <param name="Text">As the author wrote it.</param>
/// <param name="Regex">The same language for .NET, anchored at both ends; it runs without backtracking.</param>
/// <param name="Characters">Every character a value may have, in ordinal order, where the pattern is one class repeated any number of times; else null.</param>
public sealed record PatternModel(string Text, string Regex, string? Characters);

/// <param name="Format">The names of the two members.</param>
/// <param name="MinorUnits">The gateway's own bounds for the integer amount.</param>
/// <param name="Currencies">What is accepted, in the order of the file.</param>
/// <param name="Limits">All that are known.</param>
public sealed record MoneyModel(MoneyFormatModel Format, RangeModel? MinorUnits, EquatableArray<string> Currencies, EquatableArray<LimitModel> Limits)
{
    /// <summary>Those that are checked: at most one for each currency.</summary>
    public IEnumerable<LimitModel> EnforcedLimits => Limits.Where(limit => limit.IsEnforced);
}
