using System.Runtime.CompilerServices;
using Apm.Specs;

namespace Apm.Generators;

/// <summary>Assigns a C# name to every object and enum below a root.</summary>
internal sealed class ShapeBuilder
{
    private static readonly ConditionalWeakTable<ApiModel, HashSet<string>> s_shared = new();

    private readonly ApiModel _api;
    private readonly string _prefix;
    private readonly string _sharedPrefix;
    private readonly HashSet<string> _ambiguous;
    private readonly HashSet<string> _ambiguousShared;

    private ShapeBuilder(ApiModel api, FieldModel root, string prefix, string sharedPrefix, FieldModel sharedRoot)
    {
        _api = api;
        _prefix = prefix;
        _sharedPrefix = sharedPrefix;
        _ambiguous = Ambiguous(root);
        _ambiguousShared = Ambiguous(sharedRoot);
    }

    /// <summary>The request of a method. Parts that it shares with other methods are named after the API.</summary>
    public static ObjectShape Request(MethodModel method, ApiModel api)
    {
        var prefix = CSharpName.Pascal(method.Id);
        var request = new ShapeBuilder(api, method.Request, prefix, api.Prefix, api.Request).Object(
            method.Request,
            prefix + "PaymentRequest",
            parent: "",
            isShared: false,
            ObjectOrigin.Body);
        var shared = SharedTypes(api);
        return WithNames(request, new HashSet<string>(shared.Concat(Types(request, api)), StringComparer.Ordinal), shared);
    }

    /// <summary>The request of the API, which is the source of the shared types.</summary>
    public static ObjectShape SharedRequest(ApiModel api)
    {
        var types = SharedTypes(api);
        return WithNames(UnnamedSharedRequest(api), types, types);
    }

    /// <summary>A type of the API.</summary>
    public static ObjectShape Type(TypeModel type, ApiModel api)
    {
        var types = SharedTypes(api);
        return WithNames(UnnamedType(type, api), types, types);
    }

    public static string TypeName(TypeModel type, ApiModel api) => api.Prefix + CSharpName.Pascal(type.Id);

    /// <summary>The body of an operation that methods share.</summary>
    public static ObjectShape Body(OperationModel operation, FieldModel body, ApiModel api) => Body(body, api.Prefix + CSharpName.Pascal(operation.Id), api);

    /// <summary>The same for one method: types of the API of which it accepts less are checked separately.</summary>
    public static ObjectShape Body(OperationModel operation, FieldModel body, MethodModel method, ApiModel api)
    {
        var narrowed = api with { Types = api.Types.Select(type => type.Accepting(method.Currencies)).ToEquatableArray() };
        return CheckedApart(Body(operation, body, narrowed), api);
    }

    /// <summary>The body of an operation that is specific to a method.</summary>
    public static ObjectShape OwnBody(GeneratedOperation operation, FieldModel body, MethodModel method, ApiModel api) =>
        Body(body, CSharpName.Pascal(method.Id) + operation.Name, api);

    private static ObjectShape Body(FieldModel body, string prefix, ApiModel api)
    {
        var shape = new ShapeBuilder(api, body, prefix, prefix, body).Object(body, prefix + "Request", parent: "", isShared: false, ObjectOrigin.Body);
        return WithNames(shape, Types(shape, api), SharedTypes(api));
    }

    private static ObjectShape CheckedApart(ObjectShape shape, ApiModel api, bool isApart = true)
    {
        isApart = shape.IsOfApi ? !api.Types.Any(type => type.Root.Equals(shape.Field)) : isApart;
        return shape with
        {
            IsShared = shape.IsShared && !isApart,
            Members = shape.Members.Select(member => member with
            {
                Object = member.Object is null ? null : CheckedApart(member.Object, api, isApart),
                Item = member.Item is not { Object: { } item } ? member.Item : member.Item with { Object = CheckedApart(item, api, isApart) },
            }).ToEquatableArray(),
        };
    }

    private static ObjectShape UnnamedSharedRequest(ApiModel api) =>
        new ShapeBuilder(api, api.Request, api.Prefix, api.Prefix, api.Request).Object(
            api.Request,
            api.Prefix + "PaymentRequest",
            parent: "",
            isShared: false,
            ObjectOrigin.Body);

    private static ObjectShape UnnamedType(TypeModel type, ApiModel api)
    {
        var name = TypeName(type, api);
        return new ShapeBuilder(api, type.Root, name, name, type.Root).Object(type.Root, name, parent: "", isShared: true, ObjectOrigin.Named);
    }

    // Every method of an API needs them.
    private static HashSet<string> SharedTypes(ApiModel api) => s_shared.GetValue(api, static api =>
        new(api.Types.Select(type => UnnamedType(type, api)).Append(UnnamedSharedRequest(api)).SelectMany(shape => Types(shape, api)), StringComparer.Ordinal));

    /// <summary>The types that code within the records refers to by name.</summary>
    private static HashSet<string> Types(ObjectShape root, ApiModel api) =>
        new(
            DeclaredTypes.Of(root.SelfAndNested()).Select(type => type.Name).Append(EmitValidator.Of(root.TypeName)).Append(api.Prefix + "Json"),
            StringComparer.Ordinal);

    // Within a record, a property hides a type with its name, unless it has that type. A member must not have its own type's name.
    private static ObjectShape WithNames(ObjectShape shape, HashSet<string> types, HashSet<string> sharedTypes, string container = "")
    {
        var hidden = shape.IsShared ? sharedTypes : types;
        var locals = CSharpName.Locals(hidden);
        return shape with
        {
            Container = container,
            Members = shape.Members.Select(member =>
            {
                var property = CSharpName.Property(
                    member.Field,
                    NameOf(member),
                    name => name == shape.TypeName || (name != member.Type && hidden.Contains(name)));
                return member with
                {
                    Property = property,
                    Local = CSharpName.Local(NameOf(member), locals),
                    Object = member.Object is not { } nested ? null : WithNames(nested, types, sharedTypes, nested.IsOfApi ? "" : container + property + "."),
                    Item = member.Item is not { Object: { } item } ? member.Item : member.Item with { Object = WithNames(item, types, sharedTypes) },
                };
            }).ToEquatableArray(),
        };
    }

    private static string NameOf(MemberShape member) => member.IsFurther ? "others" : member.Name;

    private ObjectShape Object(FieldModel field, string typeName, string parent, bool isShared, ObjectOrigin origin) =>
        new(
            field,
            typeName,
            field.Members.Where(member => !member.IsHidden).Select(member => Member(member, member.Name, parent, isShared, origin)).ToEquatableArray(),
            isShared,
            origin);

    // Property and local are named after all types are named.
    private MemberShape Member(FieldModel field, string name, string parent, bool inShared, ObjectOrigin origin)
    {
        switch (field.Type)
        {
            case FieldType.Object:
                var nested = _api.Types.FirstOrDefault(type => type.Id == field.SharedType) is { } named
                    ? UnnamedType(named, _api)
                    : Object(field, TypeName(field, name, parent, inShared || field.IsShared), CSharpName.Pascal(name), inShared || field.IsShared, origin);
                return new MemberShape(field, "", "", nested.TypeName, Object: nested);
            case FieldType.Enum:
                var values = field.Values.Select(value => new EnumMemberShape(CSharpName.Pascal(value), value)).ToEquatableArray();
                var shape = new EnumShape(TypeName(field, name, parent, inShared), field, values);
                return new MemberShape(field, "", "", shape.TypeName, Enum: shape);
            case FieldType.List:
                var item = Member(field.Item, CSharpName.Singular(name), parent, inShared, origin with { Path = field.Item.Path }) with
                {
                    Local = CSharpName.ItemLocal,
                };
                return new MemberShape(field, "", "", $"global::Apm.ApmList<{item.Type}>", Item: item);
            default:
                return new MemberShape(field, "", "", LeafType(field.ConstType ?? field.Type));
        }
    }

    private string TypeName(FieldModel field, string name, string parent, bool shared)
    {
        if (field.TypeName is { } pinned)
        {
            return pinned;
        }

        var key = CSharpName.Pascal(name);
        var qualified = (shared ? _ambiguousShared : _ambiguous).Contains(name) ? parent + key : key;
        return (shared ? _sharedPrefix : _prefix) + qualified;
    }

    private static string LeafType(FieldType type) => type switch
    {
        FieldType.Integer or FieldType.MinorUnits => "long",
        FieldType.Boolean => "bool",
        FieldType.Money => "global::Apm.Money",
        FieldType.Url => "global::System.Uri",
        FieldType.Date => "global::System.DateOnly",
        FieldType.DateTime => "global::System.DateTimeOffset",
        FieldType.Decimal => "decimal",
        FieldType.Map => "global::Apm.ApmMap",
        _ => "string",
    };

    private static HashSet<string> Ambiguous(FieldModel root)
    {
        var names = new List<string>();
        foreach (var member in root.Members)
        {
            Collect(member, member.Name);
        }

        return new HashSet<string>(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key), StringComparer.Ordinal);

        void Collect(FieldModel field, string name)
        {
            if (field.Type == FieldType.List)
            {
                Collect(field.Item, CSharpName.Singular(name));
            }
            else if (field is { Type: FieldType.Object or FieldType.Enum, TypeName: null, SharedType: null })
            {
                names.Add(name);
                foreach (var member in field.Members)
                {
                    Collect(member, member.Name);
                }
            }
        }
    }
}
