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
        var facts = _fields.TryGetValue(path, out var field) ? field.Facts : null;
        return new FieldModel
        {
            Name = FieldPath.Name(path),
            Path = path,
            Type = FieldType.List,
            Required = facts?.Required ?? IsRequiredBy(item.Members, itemPath),
            RequiredByDefault = facts?.RequiredByDefault ?? false,
            DeclaredBy = field?.DeclaredBy ?? declaredBy,
            Summary = facts?.Summary ?? item.Summary,
            Loggable = item.Loggable,
            Count = facts?.Count,
            Members = new[] { item }.ToEquatableArray(),
        };
    }

    private FieldModel Object(string path, string declaredBy)
    {
        var members = _members.TryGetValue(path, out var paths) ? paths.Select(Of).ToEquatableArray() : default;
        var facts = _fields.TryGetValue(path, out var field) ? field.Facts : null;
        var type = facts is { SharedType: { } id, TypeName: null } ? _types.FirstOrDefault(known => known.Id == id) : null;
        if (type is not null)
        {
            members = InOrder(members, type);
        }

        return new FieldModel
        {
            Name = FieldPath.Name(path),
            Path = path,
            Type = FieldType.Object,
            Required = facts?.Required ?? IsRequiredBy(members, path),
            RequiredByDefault = facts?.RequiredByDefault ?? false,
            DeclaredBy = field?.DeclaredBy ?? declaredBy,
            Summary = facts?.Summary,
            TypeName = facts?.TypeName,
            SharedType = type is not null && IsAsIn(type, path, members) ? type.Id : null,
            Members = members,
        };
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

    private FieldModel Leaf(ResolvedField field)
    {
        var facts = field.Facts;
        return new FieldModel
        {
            Name = FieldPath.Name(field.Path),
            Path = field.Path,
            Type = field.Type,
            Required = facts.Required ?? facts.Const is not null,
            RequiredByDefault = facts.RequiredByDefault,
            DeclaredBy = field.DeclaredBy,
            Summary = facts.Summary,
            Loggable = facts.Loggable ?? false,
            Const =
                facts.Const is { } only && field.Type is FieldType.Const or FieldType.Boolean
                    ? only.Value == ConstChecker.OwnId
                        ? _ownId
                        : only.Value
                    : null,
            Length = facts.Length,
            Pattern = (facts.Pattern ?? KnownPatterns.Of(field.Type))?.ToModel(isNeverEmpty: facts.Length?.Min >= 1),
            Range = facts.Range,
            Unit = facts.Unit,
            Values = facts.Values?.Select(value => value.Value).ToEquatableArray() ?? default,
            Default = facts.Default?.Value,
            Preset = facts.Preset?.Value,
            TypeName = facts.TypeName,
            Money = field.Type == FieldType.Money ? Money(field) : null,
        };
    }

    private MoneyModel Money(ResolvedField field) =>
        new(_money.Format, field.Facts.MinorUnits, _money.Currencies, field.Path == _money.LimitedPath ? _money.Limits : default);
}
