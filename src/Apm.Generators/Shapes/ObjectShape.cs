using Apm.Specs;

namespace Apm.Generators;

/// <summary>A JSON object as the C# type that holds it.</summary>
/// <param name="IsShared">The API's output declares the type; a method only uses it.</param>
/// <param name="Origin">The path from which the type's own checks count: of an item of a list the item, of a type of the API the type.</param>
internal sealed record ObjectShape(FieldModel Field, string TypeName, EquatableArray<MemberShape> Members, bool IsShared, ObjectOrigin Origin)
{
    /// <summary>The C# properties from where the checks count to this object, each with a dot behind it; empty for that place itself.</summary>
    public string Container { get; init; } = "";

    /// <summary>It is a type of the API, which may stand at several places.</summary>
    public bool IsOfApi => Origin.IsNamed && Field.Path.Length == 0;

    /// <summary>This object and all below it, parents first.</summary>
    public IEnumerable<ObjectShape> SelfAndNested() =>
        new[] { this }.Concat(Members.SelectMany(member => member.NestedObject?.SelfAndNested() ?? []));

    /// <summary>The same without types of the API, which have a place of their own.</summary>
    public IEnumerable<ObjectShape> SelfAndOwn() =>
        new[] { this }.Concat(Members.SelectMany(member => member.NestedObject is { Field.Path.Length: > 0 } nested ? nested.SelfAndOwn() : []));

    /// <summary>The types that this output declares.</summary>
    public IEnumerable<ObjectShape> Declared() => SelfAndNested().Where(shape => !shape.IsShared);

    /// <summary>The enums that this output declares.</summary>
    public IEnumerable<EnumShape> DeclaredEnums() => Declared().SelectMany(shape => shape.Enums());

    /// <summary>The enums that the members of this object are of.</summary>
    public IEnumerable<EnumShape> Enums() => Members.Select(member => member.NestedEnum).OfType<EnumShape>();
}

/// <summary>Where the checks of an object count their paths from.</summary>
/// <param name="Path">Empty for the root of the body, and for a type of the API.</param>
/// <param name="IsNamed">It is a type of the API, or lies in one: the same wherever it is used.</param>
internal sealed record ObjectOrigin(string Path, bool IsNamed)
{
    public static readonly ObjectOrigin Body = new("", IsNamed: false);

    public static readonly ObjectOrigin Named = new("", IsNamed: true);

    /// <summary>The part of a path that the object's own checks know.</summary>
    public string Of(string path) => Path.Length == 0 ? path : path.Substring(Path.Length).TrimStart('.');
}

/// <param name="Property">In the record.</param>
/// <param name="Local">In the methods that check, write and read the record.</param>
/// <param name="Type">The C# type without nullability: a keyword, a generated type's name, or a fully qualified name.</param>
/// <param name="Item">What each item of a list is.</param>
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

    public bool IsValueType =>
        Enum is not null || Field.Type is FieldType.Money or FieldType.Integer or FieldType.MinorUnits or FieldType.Boolean or FieldType.Date;

    /// <summary>The object that the member, or each of its items, is.</summary>
    public ObjectShape? NestedObject => Object ?? Item?.Object;

    /// <summary>The enum that the member, or each of its items, is of.</summary>
    public EnumShape? NestedEnum => Enum ?? Item?.Enum;

    /// <summary>The type with a question mark where the merchant may leave the member out.</summary>
    public string DeclaredType => Field.Required || Field.Preset is not null ? Type : Type + "?";
}

internal sealed record EnumShape(string TypeName, FieldModel Field, EquatableArray<EnumMemberShape> Members);

/// <param name="Name">In C#.</param>
/// <param name="Value">In JSON.</param>
internal sealed record EnumMemberShape(string Name, string Value);
