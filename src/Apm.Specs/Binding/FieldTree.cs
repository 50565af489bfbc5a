using Apm.Specs.Model;

namespace Apm.Specs.Binding;

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

    private FieldTree(IReadOnlyList<ResolvedField> fields, string ownId, MoneyContext money)
    {
        _ownId = ownId;
        _money = money;
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
    public static FieldModel Build(IReadOnlyList<ResolvedField> fields, string ownId, string declaredBy, MoneyContext money) =>
        new FieldTree(fields, ownId, money).Object("", declaredBy) with { Required = true };

    /// <summary>Marks what a method leaves as its API says.</summary>
    public static FieldModel Share(FieldModel field, FieldModel? api)
    {
        if (field.Type != FieldType.Object)
        {
            return field;
        }

        var isShared = field.Path.Length > 0 && field.Equals(api);
        return field with { IsShared = isShared, Members = field.Members.Select(member => Share(member, api?.Member(member.Name))).ToEquatableArray() };
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
        _fields.TryGetValue(path, out var field) && field.Type != FieldType.Object ? Leaf(field) : Object(path, _declaredBy[path]);

    private FieldModel Object(string path, string declaredBy)
    {
        var members = _members.TryGetValue(path, out var paths) ? paths.Select(Of).ToEquatableArray() : default;
        var facts = _fields.TryGetValue(path, out var field) ? field.Facts : null;
        return new FieldModel
        {
            Name = FieldPath.Name(path),
            Path = path,
            Type = FieldType.Object,
            Required = facts?.Required ?? members.Any(member => member.Required),
            RequiredByDefault = facts?.RequiredByDefault ?? false,
            DeclaredBy = field?.DeclaredBy ?? declaredBy,
            Summary = facts?.Summary,
            TypeName = facts?.TypeName,
            Members = members,
        };
    }

    private FieldModel Leaf(ResolvedField field)
    {
        var facts = field.Facts;
        return new FieldModel
        {
            Name = FieldPath.Name(field.Path),
            Path = field.Path,
            Type = field.Type,
            Required = facts.Required ?? field.Type == FieldType.Const,
            RequiredByDefault = facts.RequiredByDefault,
            DeclaredBy = field.DeclaredBy,
            Summary = facts.Summary,
            Loggable = facts.Loggable ?? false,
            Const = facts.Const is { } only && field.Type == FieldType.Const ? only.Value == MethodBinder.OwnId ? _ownId : only.Value : null,
            Length = facts.Length,
            Pattern = facts.Pattern?.ToModel(isNeverEmpty: facts.Length?.Min >= 1),
            Range = facts.Range,
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
