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
        return new ShapeBuilder(method.Request, prefix, api.Prefix, api.Request).Root(method.Request, prefix + "PaymentRequest");
    }

    /// <summary>The request that methods start from: the source of the shared types.</summary>
    public static ObjectShape SharedRequest(ApiModel api) =>
        new ShapeBuilder(api.Request, api.Prefix, api.Prefix, api.Request).Root(api.Request, api.Prefix + "PaymentRequest");

    /// <summary>The body of an operation.</summary>
    public static ObjectShape Body(OperationModel operation, FieldModel body, ApiModel api)
    {
        var prefix = api.Prefix + CSharpName.Pascal(operation.Id);
        return new ShapeBuilder(body, prefix, prefix, body).Root(body, prefix + "Request");
    }

    private ObjectShape Root(FieldModel root, string typeName) => Object(root, typeName, parent: "", inShared: false);

    private ObjectShape Object(FieldModel field, string typeName, string parent, bool inShared)
    {
        var isShared = inShared || field.IsShared;
        return new ObjectShape(field, typeName, field.Members.Select(member => Member(member, typeName, parent, isShared)).ToEquatableArray(), isShared);
    }

    private MemberShape Member(FieldModel field, string owner, string parent, bool inShared)
    {
        // A member may not have the name of its type.
        var property = CSharpName.Property(field.Name) is var name && name == owner ? name + "Value" : CSharpName.Property(field.Name);
        switch (field.Type)
        {
            case FieldType.Object:
                var nested = Object(field, TypeName(field, parent, inShared || field.IsShared), CSharpName.Pascal(field.Name), inShared);
                return new MemberShape(field, property, nested.TypeName, nested, null);
            case FieldType.Enum:
                var values = field.Values.Select(value => new EnumMemberShape(CSharpName.Pascal(value), value)).ToEquatableArray();
                var shape = new EnumShape(TypeName(field, parent, inShared), field, values);
                return new MemberShape(field, property, shape.TypeName, null, shape);
            default:
                return new MemberShape(field, property, LeafType(field.Type), null, null);
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
