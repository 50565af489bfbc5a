namespace Apm.Specs;

/// <param name="LimitedPath">The field to which the limits apply; null where there is none.</param>
internal sealed record MoneyContext(MoneyFormatModel Format, EquatableArray<string> Currencies, EquatableArray<LimitModel> Limits, string? LimitedPath);

/// <summary>Resolved fields as a tree of models.</summary>
internal sealed class FieldTree
{
    private readonly Dictionary<string, ResolvedField> _fields;
    private readonly Dictionary<string, List<string>> _members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _declaredBy = new(StringComparer.Ordinal);
    private readonly string _ownId;
    private readonly MoneyContext _money;

    private readonly IReadOnlyList<TypeModel> _types;

    private FieldTree(IReadOnlyList<ResolvedField> fields, string ownId, MoneyContext money, IReadOnlyList<TypeModel> types)
    {
        _ownId = ownId;
        _money = money;
        _types = types;
        _fields = fields.ToDictionary(field => field.Path, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var parent = "";
            foreach (var path in FieldPath.Parents(field.Path).Append(field.Path))
            {
                Add(parent, path, field.DeclaredBy);
                parent = path;
            }
        }
    }

    /// <param name="fields">In the order of their members.</param>
    /// <param name="ownId">What <c>$apm</c> stands for.</param>
    /// <param name="declaredBy">The spec whose root this is.</param>
    /// <param name="money">What all money in the tree may be.</param>
    /// <param name="types">What objects may be instead of types of their own.</param>
    public static FieldModel Build(IReadOnlyList<ResolvedField> fields, string ownId, string declaredBy, MoneyContext money, IReadOnlyList<TypeModel> types) =>
        new FieldTree(fields, ownId, money, types).Object("", declaredBy) with { Required = true };

    /// <summary>Marks what a method leaves as its API says. Objects within one of a type of the API are declared with that type.</summary>
    public static FieldModel Share(FieldModel field, FieldModel? api)
    {
        var isShared = field.Type == FieldType.Object && field.Path.Length > 0 && field.Equals(api);
        return field with
        {
            IsShared = isShared,
            Members = field.Members.Select(member => Share(member, api is { SharedType: null } ? api.Member(member.Name) : null)).ToEquatableArray(),
        };
    }

    private void Add(string parent, string path, string declaredBy)
    {
        if (!_members.TryGetValue(parent, out var members))
        {
            _members.Add(parent, members = []);
        }

        if (!_declaredBy.ContainsKey(path))
        {
            _declaredBy.Add(path, declaredBy);
            members.Add(path);
        }
    }

    private FieldModel Of(string path) =>
        _fields.TryGetValue(path, out var field) && field.Type is not (FieldType.Object or FieldType.List) ? Leaf(field)
        : _members.TryGetValue(path, out var members) && FieldPath.IsItem(members[0]) ? List(path, members[0], _declaredBy[path])
        : Object(path, _declaredBy[path]);

    private FieldModel List(string path, string itemPath, string declaredBy)
    {
        var item = Of(itemPath) with { Required = true };
        _fields.TryGetValue(path, out var field);
        var list = new FieldModel
        {
            Name = FieldPath.Name(path),
            Path = path,
            Type = FieldType.List,
            Required = IsRequiredBy(item.Members, itemPath),
            DeclaredBy = field?.DeclaredBy ?? declaredBy,
            Summary = item.Summary,
            Loggable = item.Loggable,
            Members = new[] { item }.ToEquatableArray(),
        };
        return Project(list, field);
    }

    private FieldModel Object(string path, string declaredBy)
    {
        var members = _members.TryGetValue(path, out var paths) ? paths.Select(Of).ToEquatableArray() : default;
        var id = _fields.TryGetValue(path, out var field) && field.Facts.Find(Facets.TypeName) is null ? field.Facts.SharedType : null;
        var type = id is not null ? _types.FirstOrDefault(known => known.Id == id) : null;
        if (type is not null)
        {
            members = InOrder(members, type);
        }

        var made = new FieldModel
        {
            Name = FieldPath.Name(path),
            Path = path,
            Type = FieldType.Object,
            Required = IsRequiredBy(members, path),
            DeclaredBy = field?.DeclaredBy ?? declaredBy,
            SharedType = type is not null && IsAsIn(type, path, members) ? type.Id : null,
            Members = members,
        };
        return Project(made, field);
    }

    // What stands in a type of the API says nothing of the places where the type is used.
    private bool IsRequiredBy(IEnumerable<FieldModel> members, string path) =>
        !(_fields.TryGetValue(path, out var field) && field.Facts.SharedType is not null) && members.Any(member => member.Required);

    // Members that the request describes come first, in its order; an object of a type has the type's.
    private static EquatableArray<FieldModel> InOrder(EquatableArray<FieldModel> members, TypeModel type)
    {
        var names = type.Root.Members.Select(member => member.Name).ToList();
        return members.OrderBy(member => names.IndexOf(member.Name) is >= 0 and var index ? index : names.Count).ToEquatableArray();
    }

    // A member that is narrowed here makes the object a type of its own.
    private static bool IsAsIn(TypeModel type, string path, EquatableArray<FieldModel> members) =>
        type.Root.Members.Equals(members.Select(member => From(member, path.Length + 1)).ToEquatableArray());

    private static FieldModel From(FieldModel field, int start) =>
        field with { Path = field.Path.Substring(start), Members = field.Members.Select(member => From(member, start)).ToEquatableArray() };

    // A constant is required, and some types have patterns of their own, if no key says otherwise.
    private FieldModel Leaf(ResolvedField field)
    {
        var leaf = new FieldModel
        {
            Name = FieldPath.Name(field.Path),
            Path = field.Path,
            Type = field.Type,
            Required = field.Facts.Find(Facets.Const) is not null,
            DeclaredBy = field.DeclaredBy,
            Pattern = PatternFacet.Model(KnownPatterns.Of(field.Type), field.Facts),
            Money = field.Type == FieldType.Money ? Money(field.Path) : null,
        };
        return Project(leaf, field);
    }

    private FieldModel Project(FieldModel model, ResolvedField? field) => field is null
        ? model
        : field.Facts.Entries.Items.Aggregate(model, (model, item) => item.Facet.Project(model, field.Facts, _ownId));

    private MoneyModel Money(string path) => new(_money.Format, null, _money.Currencies, path == _money.LimitedPath ? _money.Limits : default);
}
