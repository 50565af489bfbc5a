namespace Apm.Specs;

/// <summary>A member of a request body. The root, every object, every list and every map have members; every other type is a leaf.</summary>
/// <remarks>The property for a key of the spec is in the file of the facet of this key.</remarks>
public sealed partial record FieldModel
{
    /// <summary>The JSON name; empty for a root.</summary>
    public required string Name { get; init; }

    /// <summary>Dotted from the root, such as <c>instruction.narrative.line1</c>; empty for a root.</summary>
    public required string Path { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>The id of the API or the method that declares this field last.</summary>
    public required string DeclaredBy { get; init; }

    /// <summary>The format, the currencies and the limits of a <see cref="FieldType.Money"/>.</summary>
    public MoneyModel? Money { get; init; }

    /// <summary>The members of an object, in the order of the file. A list has one member, its item, whose name is <c>[]</c>. A map has one
    /// member, its value, whose name is <c>*</c>. An object with further members has a map with this name.</summary>
    public EquatableArray<FieldModel> Members { get; init; }

    /// <summary>The id of the API's type whose members this object has, all unchanged; null if the object has its own type.</summary>
    public string? SharedType { get; init; }

    /// <summary>The API file defines this object and the method does not change it. All methods use one type for it.</summary>
    public bool IsShared { get; init; }

    /// <summary>The item of a list, or the value of a map.</summary>
    public FieldModel Item => Members[0];

    /// <summary>A copy in which all money accepts only these currencies.</summary>
    public FieldModel Accepting(EquatableArray<string> currencies) => this with
    {
        Money = Money is null ? null : Money with { Currencies = currencies },
        Members = Members.Select(member => member.Accepting(currencies)).ToEquatableArray(),
    };

    /// <summary>The names of values of the call within this field.</summary>
    public IEnumerable<string> ConstNames() =>
        (ConstName is null ? [] : new[] { ConstName })
        .Concat(Money is { IsOfPayment: true } ? [ValueName.PaymentCurrency] : [])
        .Concat(Members.SelectMany(member => member.ConstNames()));

    /// <summary>The members that are sent outside of the body.</summary>
    public IEnumerable<FieldModel> OutsideBody() => Members.Where(member => member.Place != FieldPlace.Body);

    /// <summary>Whether a request with this body needs values of the call.</summary>
    public bool UsesValues => ConstNames().Any() || OutsideBody().Any();

    /// <summary>Whether this is the map of the further members of an object.</summary>
    public bool IsFurther => Type == FieldType.Map && Name == FieldPath.MapValue;

    /// <summary>The map of the further members of an object; null if the object has none.</summary>
    public FieldModel? Further => Members.FirstOrDefault(member => member.IsFurther);

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
    DateTime,
    Locale,
    Decimal,
    Map,
}

/// <param name="Min">Null if there is no lower bound.</param>
/// <param name="Max">Null if there is no upper bound.</param>
public sealed record RangeModel(long? Min, long? Max);

/// <param name="Format">The notation, and the names of the two members.</param>
/// <param name="MinorUnits">The gateway's own bounds for the integer amount.</param>
/// <param name="Currencies">The accepted currencies, in the order of the file.</param>
/// <param name="Limits">All known limits.</param>
public sealed record MoneyModel(MoneyFormatModel Format, RangeModel? MinorUnits, EquatableArray<string> Currencies, EquatableArray<LimitModel> Limits)
{
    /// <summary>The name of the member with the currency beside the amount; null if money is an object with both.</summary>
    public string? CurrencyAt { get; init; }

    /// <summary>Whether the currency is that of the payment, which is not sent.</summary>
    public bool IsOfPayment => CurrencyAt == CurrencyOfPayment;

    /// <summary>How a spec states that the currency is that of the payment.</summary>
    public const string OfPayment = "$" + ValueName.PaymentCurrency;

    /// <summary>The member with the currency where the payment is not known, such as in JSON that a shop stores.</summary>
    public const string CurrencyOfPayment = "$currency";

    /// <summary>The limits that are checked: at most one for each currency.</summary>
    public IEnumerable<LimitModel> EnforcedLimits => Limits.Where(limit => limit.IsEnforced);
}
