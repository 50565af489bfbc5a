using Apm.Generators.Emit;
using Apm.Generators.Naming;
using Apm.Specs;
using Apm.Specs.Model;

namespace Apm.Generators.Shapes;

/// <summary>Gives every object and enum below a root its C# name.</summary>
internal sealed class ShapeBuilder
{
    private readonly string _prefix;
    private readonly string _sharedPrefix;
    private readonly HashSet<string> _ambiguous;
    private readonly HashSet<string> _ambiguousShared;

    private ShapeBuilder(FieldModel root, string prefix, string sharedPrefix, FieldModel sharedRoot)
    {
        _prefix = prefix;
        _sharedPrefix = sharedPrefix;
        _ambiguous = Ambiguous(root);
        _ambiguousShared = Ambiguous(sharedRoot);
    }

    /// <summary>The request of a method. What it shares with other methods is named after the API.</summary>
    public static ObjectShape Request(MethodModel method, ApiModel api)
    {
        var prefix = CSharpName.Pascal(method.Id);
        var request = new ShapeBuilder(method.Request, prefix, api.Prefix, api.Request).Object(method.Request, prefix + "PaymentRequest", parent: "", inShared: false);
        var shared = Types(UnnamedSharedRequest(api), api);
        return WithNames(request, new HashSet<string>(shared.Concat(Types(request, api)), StringComparer.Ordinal), shared);
    }

    /// <summary>The request that methods start from: the source of the shared types.</summary>
    public static ObjectShape SharedRequest(ApiModel api)
    {
        var request = UnnamedSharedRequest(api);
        var types = Types(request, api);
        return WithNames(request, types, types);
    }

    /// <summary>The body of an operation that methods share.</summary>
    public static ObjectShape Body(OperationModel operation, FieldModel body, ApiModel api) => Body(body, api.Prefix + CSharpName.Pascal(operation.Id), api);

    /// <summary>The body of an operation that is a method's own.</summary>
    public static ObjectShape OwnBody(Operation operation, FieldModel body, MethodModel method, ApiModel api) => Body(body, CSharpName.Pascal(method.Id) + operation.Name, api);

    private static ObjectShape Body(FieldModel body, string prefix, ApiModel api)
    {
        var shape = new ShapeBuilder(body, prefix, prefix, body).Object(body, prefix + "Request", parent: "", inShared: false);
        var types = Types(shape, api);
        return WithNames(shape, types, types);
    }

    private static ObjectShape UnnamedSharedRequest(ApiModel api) =>
        new ShapeBuilder(api.Request, api.Prefix, api.Prefix, api.Request).Object(api.Request, api.Prefix + "PaymentRequest", parent: "", inShared: false);

    /// <summary>The types that code within the records calls by their names.</summary>
    private static HashSet<string> Types(ObjectShape root, ApiModel api) =>
        new(DeclaredTypes.Of(root.SelfAndNested()).Select(type => type.Name).Append(EmitValidator.Of(root.TypeName)).Append(api.Prefix + "Json"), StringComparer.Ordinal);

    // Within a record a property hides a type of its name, unless it is of that type. No member may have its own type's name.
    private static ObjectShape WithNames(ObjectShape shape, HashSet<string> types, HashSet<string> sharedTypes)
    {
        var hidden = shape.IsShared ? sharedTypes : types;
        var locals = CSharpName.Locals(hidden);
        return shape with
        {
            Members = shape.Members.Select(member => member with
            {
                Property = CSharpName.Property(member.Name, name => name == shape.TypeName || (name != member.Type && hidden.Contains(name))),
                Local = CSharpName.Local(member.Name, locals),
                Object = member.Object is null ? null : WithNames(member.Object, types, sharedTypes),
            }).ToEquatableArray(),
        };
    }

    private ObjectShape Object(FieldModel field, string typeName, string parent, bool inShared)
    {
        var isShared = inShared || field.IsShared;
        return new ObjectShape(field, typeName, field.Members.Select(member => Member(member, parent, isShared)).ToEquatableArray(), isShared);
    }

    // Property and local are named when all types are.
    private MemberShape Member(FieldModel field, string parent, bool inShared)
    {
        switch (field.Type)
        {
            case FieldType.Object:
                var nested = Object(field, TypeName(field, parent, inShared || field.IsShared), CSharpName.Pascal(field.Name), inShared);
                return new MemberShape(field, "", "", nested.TypeName, nested, null);
            case FieldType.Enum:
                var values = field.Values.Select(value => new EnumMemberShape(CSharpName.Pascal(value), value)).ToEquatableArray();
                var shape = new EnumShape(TypeName(field, parent, inShared), field, values);
                return new MemberShape(field, "", "", shape.TypeName, null, shape);
            default:
                return new MemberShape(field, "", "", LeafType(field.Type), null, null);
        }
    }

    private string TypeName(FieldModel field, string parent, bool shared)
    {
        if (field.TypeName is { } pinned)
        {
            return pinned;
        }

        var key = CSharpName.Pascal(field.Name);
        var qualified = (shared ? _ambiguousShared : _ambiguous).Contains(field.Name) ? parent + key : key;
        return (shared ? _sharedPrefix : _prefix) + qualified;
    }

    private static string LeafType(FieldType type) => type switch
    {
        FieldType.Integer => "long",
        FieldType.Boolean => "bool",
        FieldType.Money => "global::Apm.Money",
        FieldType.Url => "global::System.Uri",
        _ => "string",
    };

    private static HashSet<string> Ambiguous(FieldModel root)
    {
        var names = new List<string>();
        Collect(root);
        return new HashSet<string>(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key), StringComparer.Ordinal);

        void Collect(FieldModel parent)
        {
            foreach (var member in parent.Members.Where(member => member.Type is FieldType.Object or FieldType.Enum && member.TypeName is null))
            {
                names.Add(member.Name);
                Collect(member);
            }
        }
    }
}
