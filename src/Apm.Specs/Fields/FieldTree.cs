namespace Apm.Specs;

/// <param name="LimitedPath">The field to which the limits apply; null if there is none.</param>
internal sealed record MoneyContext(MoneyFormatModel Format, EquatableArray<string> Currencies, EquatableArray<LimitModel> Limits, string? LimitedPath);

/// <summary>Builds a tree of models from resolved fields.</summary>
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
    /// <param name="ownId">The id of the method at the gateway, which replaces <c>$apm</c>.</param>
    /// <param name="declaredBy">The spec whose root this is.</param>
    /// <param name="money">The format, the currencies and the limits of all money in the tree.</param>
    /// <param name="types">The types of the API.</param>
    public static FieldModel Build(IReadOnlyList<ResolvedField> fields, string ownId, string declaredBy, MoneyContext money, IReadOnlyList<TypeModel> types) =>
        new FieldTree(fields, ownId, money, types).Object("", declaredBy) with { Required = true };

    /// <summary>Marks the objects of the API that a method does not change. Objects within a type of the API are declared with this type.</summary>
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

    private FieldModel Field(string path) =>
        _fields.TryGetValue(path, out var field) && field.Type is not (FieldType.Object or FieldType.List or FieldType.Map) ? Leaf(field)
        : _members.TryGetValue(path, out var members) && FieldPath.IsItem(members[0]) ? List(path, members[0], _declaredBy[path])
        : Object(path, _declaredBy[path]);

    private FieldModel List(string path, string itemPath, string declaredBy)
    {
        var item = Field(itemPath) with { Required = true };
        _fields.TryGetValue(path, out var field);
        var list = new FieldModel
        {
            Name = FieldPath.Name(path),
            Path = path,
            Type = FieldType.List,
            Required = item.IsFixed || IsRequiredBy(item.Members, itemPath),
            DeclaredBy = field?.DeclaredBy ?? declaredBy,
            Summary = item.Summary,
            Loggable = item.Loggable,
            Members = new[] { item }.ToEquatableArray(),
        };
        return Project(list, field);
    }

    // Without members of its own, a map is one value. Otherwise, it is an object with further members.
    private FieldModel? Map(string path, IReadOnlyList<string> members, string declaredBy)
    {
        _fields.TryGetValue(path, out var field);
        if (field?.Type != FieldType.Map && !members.Any(FieldPath.IsMapValue))
        {
            return null;
        }

        var value = members.FirstOrDefault(FieldPath.IsMapValue) is { } described ? Field(described) with { Required = true } : new FieldModel
        {
            Name = FieldPath.MapValue,
            Path = path + "." + FieldPath.MapValue,
            Type = FieldType.String,
            Required = true,
            DeclaredBy = field?.DeclaredBy ?? declaredBy,
        };
        return new FieldModel
        {
            Name = FieldPath.MapValue,
            Path = value.Path,
            Type = FieldType.Map,
            Required = false,
            DeclaredBy = value.DeclaredBy,
            Summary = value.Summary,
            Loggable = value.Loggable,
            Count = field?.Facts.Value(Facets.Count),
            Members = new[] { value }.ToEquatableArray(),
        };
    }

    private FieldModel Object(string path, string declaredBy)
    {
        IReadOnlyList<string> paths = _members.TryGetValue(path, out var found) ? found : [];
        var map = Map(path, paths, declaredBy);
        var members = paths.Where(member => !FieldPath.IsMapValue(member)).Select(Field).ToEquatableArray();
        if (map is not null && members.IsEmpty)
        {
            var single = map with { Name = FieldPath.Name(path), Path = path, DeclaredBy = declaredBy };
            return _fields.TryGetValue(path, out var mapField) ? Project(single, mapField) : single;
        }

        if (map is not null)
        {
            members = members.Append(map).ToEquatableArray();
        }

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
            SharedType = type is not null && HasMembersOf(type, path, members) ? type.Id : null,
            Members = members,
        };
        return Project(made, field) with { Count = null };
    }

    // The required members of a type of the API do not make a field of this type required.
    private bool IsRequiredBy(IEnumerable<FieldModel> members, string path) =>
        !(_fields.TryGetValue(path, out var field) && field.Facts.SharedType is not null) && members.Any(member => member.Required);

    // Members that the request itself declares would come first, but an object of a type has the order of the type.
    private static EquatableArray<FieldModel> InOrder(EquatableArray<FieldModel> members, TypeModel type)
    {
        var names = type.Root.Members.Select(member => member.Name).ToList();
        return members.OrderBy(member => names.IndexOf(member.Name) is >= 0 and var index ? index : names.Count).ToEquatableArray();
    }

    // If a member is narrowed here, the object has its own type.
    private static bool HasMembersOf(TypeModel type, string path, EquatableArray<FieldModel> members) =>
        type.Root.Members.Equals(members.Select(member => WithoutPrefix(member, path.Length + 1)).ToEquatableArray());

    private static FieldModel WithoutPrefix(FieldModel field, int length) =>
        field with { Path = field.Path.Substring(length), Members = field.Members.Select(member => WithoutPrefix(member, length)).ToEquatableArray() };

    // If no key declares otherwise, a constant is required, and some types have their own pattern.
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
