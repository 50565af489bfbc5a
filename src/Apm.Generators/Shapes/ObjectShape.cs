using Apm.Specs;

namespace Apm.Generators;

/// <summary>A JSON object and its C# type.</summary>
/// <param name="IsShared">The API's output declares the type; a method only uses it.</param>
/// <param name="Origin">The path at which the paths of the type's own checks start: the item for an item of a list, the type for a type of the API.</param>
internal sealed record ObjectShape(FieldModel Field, string TypeName, EquatableArray<MemberShape> Members, bool IsShared, ObjectOrigin Origin)
{
    /// <summary>The C# properties from the origin to this object, each with a dot after it; empty at the origin.</summary>
    public string Container { get; init; } = "";

    /// <summary>Whether this is a type of the API, which may be used in several places.</summary>
    public bool IsOfApi => Origin.IsNamed && Field.Path.Length == 0;

    /// <summary>The members that are currencies of amounts beside them. They have no property.</summary>
    public IEnumerable<CurrencyShape> Currencies => Members
        .Where(member => member.IsAmount)
        .GroupBy(member => member.Field.Money!.CurrencyAt!, StringComparer.Ordinal)
        .Select(amounts => new CurrencyShape(amounts.Key, [.. amounts]));

    /// <summary>The currency of an amount; null if the member is no amount with a currency beside it.</summary>
    public CurrencyShape? Currency(MemberShape member) =>
        member.IsAmount ? Currencies.First(currency => currency.Name == member.Field.Money!.CurrencyAt) : null;

    /// <summary>This object and all objects below it, parents first.</summary>
    public IEnumerable<ObjectShape> SelfAndNested() =>
        new[] { this }.Concat(Members.SelectMany(member => member.NestedObject?.SelfAndNested() ?? []));

    /// <summary>The same without types of the API.</summary>
    public IEnumerable<ObjectShape> SelfAndOwn() =>
        new[] { this }.Concat(Members.SelectMany(member => member.NestedObject is { Field.Path.Length: > 0 } nested ? nested.SelfAndOwn() : []));

    /// <summary>The types that this output declares.</summary>
    public IEnumerable<ObjectShape> Declared() => SelfAndNested().Where(shape => !shape.IsShared);

    /// <summary>The enums that this output declares.</summary>
    public IEnumerable<EnumShape> DeclaredEnums() => Declared().SelectMany(shape => shape.Enums());

    /// <summary>The enums of the members of this object.</summary>
    public IEnumerable<EnumShape> Enums() => Members.Select(member => member.NestedEnum).OfType<EnumShape>();
}

/// <summary>The start of the paths in an object's checks.</summary>
/// <param name="Path">Empty for the root of the body, and for a type of the API.</param>
/// <param name="IsNamed">Whether it is a type of the API, or is within one. Such a type is the same in all places.</param>
internal sealed record ObjectOrigin(string Path, bool IsNamed)
{
    public static readonly ObjectOrigin Body = new("", IsNamed: false);

    public static readonly ObjectOrigin Named = new("", IsNamed: true);

    /// <summary>The path relative to the origin.</summary>
    public string Of(string path) => Path.Length == 0 ? path : path.Substring(Path.Length).TrimStart('.');
}

/// <param name="Property">The name in the record.</param>
/// <param name="Local">The name in the methods that check, write and read the record.</param>
/// <param name="Type">The C# type without nullability: a keyword, a generated type's name, or a fully qualified name.</param>
/// <param name="Item">The shape of each item of a list.</param>
internal sealed record MemberShape(
    FieldModel Field,
    string Property,
    string Local,
    string Type,
    ObjectShape? Object = null,
    EnumShape? Enum = null,
    MemberShape? Item = null)
{
    public string Name => Field.Name;

    public bool IsRequired => Field.Required && !IsConst;

    public bool IsConst => Field.Type == FieldType.Const;

    /// <summary>Whether it is money whose currency is beside the amount.</summary>
    public bool IsAmount => Field is { Type: FieldType.Money, Money.CurrencyAt: not null };

    public bool IsValueType =>
        Enum is not null
        || Field.Type is FieldType.Money or FieldType.Integer or FieldType.MinorUnits or FieldType.Boolean or FieldType.Date
        || Field.Type is FieldType.DateTime or FieldType.Decimal;

    public bool IsMap => Field.Type == FieldType.Map;

    /// <summary>Whether it is the map of all members of the object that are not declared.</summary>
    public bool IsFurther => Field.IsFurther;

    /// <summary>The object type of the member, or of each of its items.</summary>
    public ObjectShape? NestedObject => Object ?? Item?.Object;

    /// <summary>The enum type of the member, or of each of its items.</summary>
    public EnumShape? NestedEnum => Enum ?? Item?.Enum;

    /// <summary>The type, with a question mark if the merchant may leave the member out.</summary>
    public string DeclaredType => Field.Required || Field.Preset is not null ? Type : Type + "?";
}

/// <param name="Name">The name in JSON.</param>
/// <param name="Amounts">The amounts that have it, at least one.</param>
internal sealed record CurrencyShape(string Name, IReadOnlyList<MemberShape> Amounts)
{
    /// <summary>Whether it is that of the payment, which is not sent.</summary>
    public bool IsOfPayment => Name == MoneyModel.CurrencyOfPayment;

    // No other local has an underscore after a letter.
    public string Local => Amounts[0].Local + "_currency";

    /// <summary>The expression for the first amount that is present.</summary>
    public string Value(string record)
    {
        var required = Amounts.Select((amount, index) => (amount, index)).FirstOrDefault(one => one.amount.IsRequired);
        return string.Join(" ?? ", Amounts.Take(required.amount is null ? Amounts.Count : required.index + 1).Select(amount => $"{record}.{amount.Property}"));
    }
}

internal sealed record EnumShape(string TypeName, FieldModel Field, EquatableArray<EnumMemberShape> Members);

/// <param name="Name">The name in C#.</param>
/// <param name="Value">The text in JSON.</param>
internal sealed record EnumMemberShape(string Name, string Value);
