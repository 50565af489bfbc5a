using Apm.Specs;
using Apm.Specs.Model;

namespace Apm.Generators.Shapes;

/// <summary>A JSON object as the C# type that holds it.</summary>
/// <param name="IsShared">The API's output declares the type; a method only uses it.</param>
internal sealed record ObjectShape(FieldModel Field, string TypeName, EquatableArray<MemberShape> Members, bool IsShared)
{
    /// <summary>This object and all below it, parents first.</summary>
    public IEnumerable<ObjectShape> SelfAndNested() =>
        new[] { this }.Concat(Members.SelectMany(member => member.Object?.SelfAndNested() ?? []));

    /// <summary>The types that this output declares.</summary>
    public IEnumerable<ObjectShape> Declared() => SelfAndNested().Where(shape => !shape.IsShared);

    /// <summary>The enums that this output declares.</summary>
    public IEnumerable<EnumShape> DeclaredEnums() => Declared().SelectMany(shape => shape.Members).Select(member => member.Enum).OfType<EnumShape>();
}

/// <param name="Property">In the record.</param>
/// <param name="Local">In the methods that check, write and read the record.</param>
/// <param name="Type">The C# type without nullability: a keyword, a generated type's name, or a fully qualified name.</param>
internal sealed record MemberShape(FieldModel Field, string Property, string Local, string Type, ObjectShape? Object, EnumShape? Enum)
{
    public string Name => Field.Name;

    public bool IsRequired => Field.Required && !IsConst;

    public bool IsConst => Field.Type == FieldType.Const;

    public bool IsValueType => Enum is not null || Field.Type is FieldType.Money or FieldType.Integer or FieldType.Boolean;

    /// <summary>The type with a question mark where the merchant may leave the member out.</summary>
    public string DeclaredType => Field.Required || Field.Preset is not null ? Type : Type + "?";
}

internal sealed record EnumShape(string TypeName, FieldModel Field, EquatableArray<EnumMemberShape> Members);

/// <param name="Name">In C#.</param>
/// <param name="Value">In JSON.</param>
internal sealed record EnumMemberShape(string Name, string Value);
