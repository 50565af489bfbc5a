using Apm.Specs;

namespace Apm.Generators;

/// <param name="Path">The path of the field without code. If there is a value, the path of the enum without the value.</param>
internal sealed record FieldNameConflict(string Path, string? Value, string Message);

/// <summary>Finds fields, values and types with the same name in C#. The first one keeps the name; the others have no code.</summary>
internal static class FieldNameConflicts
{
    private const int MaxReported = 100;

    // Members of the class for an API's JSON, which also has a member for each type.
    private static readonly string[] s_jsonMembers =
    [
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "MoneyFormat",
        "Options",
        "ReadPayment",
        "ReferenceEquals",
        "Resolver",
        "ToString",
        "TypeInfoResolver",
    ];

    /// <summary>Types by name, each with its owner. At first these are the types that no field may have.</summary>
    public static Dictionary<string, string> Types(IEnumerable<DeclaredType> declared, string by)
    {
        var types = s_jsonMembers.ToDictionary(name => name, _ => "the generated JSON", StringComparer.Ordinal);
        foreach (var type in declared)
        {
            types[type.Name] = by;
        }

        return types;
    }

    /// <summary>Returns the object without conflicts, and the conflicts.</summary>
    /// <param name="root">The request, or the body of an operation.</param>
    /// <param name="shape">Creates the types. It is called again after a field is removed, because types may then have other names.</param>
    /// <param name="types">The names in use. The names of the object are added.</param>
    /// <param name="first">The id of a spec whose declarations keep their names.</param>
    public static (FieldModel Root, IReadOnlyList<FieldNameConflict> Clashes) Resolve(
        FieldModel root,
        Func<FieldModel, ObjectShape> shape,
        Dictionary<string, string> types,
        string first)
    {
        var clashes = new List<FieldNameConflict>();
        while (true)
        {
            var shapes = shape(root).SelfAndOwn().ToList();
            var found = shapes.SelectMany(Members).ToList();
            var named = new Dictionary<string, string>(types, StringComparer.Ordinal);
            if (found.Count == 0)
            {
                found = TypeNames(shapes, named, first);
            }

            if (found.Count == 0)
            {
                foreach (var type in named)
                {
                    types[type.Key] = type.Value;
                }

                return (root, clashes);
            }

            // A reader needs no more of them. The other conflicts have no code either.
            clashes.AddRange(found.Take(Math.Max(0, MaxReported - clashes.Count)));
            root = Without(root, new HashSet<(string, string?)>(found.Select(clash => (clash.Path, clash.Value))));
        }
    }

    /// <summary>A method's request without the fields that the API's file lacks because of its own conflicts.</summary>
    public static FieldModel Follow(FieldModel field, FieldModel declared, FieldModel kept) =>
        field with
        {
            Values = field.Values.Equals(declared.Values) ? kept.Values : field.Values,
            Preset =
                field.Preset is { } preset && field.Values.Equals(declared.Values) && field.Type == FieldType.Enum && !kept.Values.Contains(preset)
                    ? null
                    : field.Preset,
            Members = field
                .Members.Where(member => declared.Member(member.Name) is null || kept.Member(member.Name) is not null)
                .Select(member => declared.Member(member.Name) is { } original ? Follow(member, original, kept.Member(member.Name)!) : member)
                .ToEquatableArray(),
        };

    private static IEnumerable<FieldNameConflict> Members(ObjectShape shape)
    {
        var names = new Dictionary<string, MemberShape>(StringComparer.Ordinal);
        foreach (var member in shape.Members)
        {
            if (names.TryGetValue(member.Property, out var other))
            {
                yield return new FieldNameConflict(
                    member.Field.Path,
                    null,
                    $"'{member.Field.Path}' and '{other.Field.Path}' would both become the property {member.Property}; "
                        + "the JSON has both names, so one of them is probably misspelt");
                continue;
            }

            names.Add(member.Property, member);
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var value in member.NestedEnum?.Members ?? default)
            {
                if (values.TryGetValue(value.Name, out var same))
                {
                    yield return new FieldNameConflict(
                        member.NestedEnum!.Field.Path,
                        value.Value,
                        $"the values '{value.Value}' and '{same}' of '{member.Field.Path}' would both become {value.Name}");
                }
                else
                {
                    values.Add(value.Name, value.Value);
                }
            }
        }
    }

    private static List<FieldNameConflict> TypeNames(IReadOnlyList<ObjectShape> shapes, Dictionary<string, string> types, string first)
    {
        var clashes = new List<FieldNameConflict>();
        var reported = new HashSet<string>(StringComparer.Ordinal);
        var all = shapes.SelectMany(shape =>
            DeclaredTypes
                .Of([shape with { Members = shape.Members.Where(member => member.NestedEnum is not null).ToEquatableArray() }])
                .Where(type => type.Path.Length > 0)
                .Select(type =>
                    (
                        type.Name,
                        type.Path,
                        IsFirst: (type.Path == shape.Field.Path ? shape.Field : shape.Enums().First(values => values.Field.Path == type.Path).Field).DeclaredBy
                            == first)));
        foreach (var (name, path, _) in all.OrderBy(type => !type.IsFirst))
        {
            var owner = $"'{path}'";
            if (types.TryGetValue(name, out var other))
            {
                if (reported.Add(path))
                {
                    clashes.Add(
                        new FieldNameConflict(path, null, $"{owner} and {other} would both become the type {name}; give {owner} a type-name of its own"));
                }
            }
            else
            {
                types[name] = owner;
            }
        }

        return clashes;
    }

    private static FieldModel Without(FieldModel field, HashSet<(string Path, string? Value)> clashes)
    {
        var values = field.Values.Where(value => !clashes.Contains((field.Path, value))).ToEquatableArray();
        return field with
        {
            Values = values,
            Preset = field.Preset is { } preset && field.Values.Contains(preset) && !values.Contains(preset) ? null : field.Preset,
            Members = field.Members
                .Where(member => !clashes.Contains((member.Path, null)) && !(member.Type == FieldType.List && clashes.Contains((member.Item.Path, null))))
                .Select(member => Without(member, clashes))
                .ToEquatableArray(),
        };
    }
}
