using Apm.Generators.Naming;
using Apm.Generators.Shapes;
using Apm.Specs;
using Apm.Specs.Model;

namespace Apm.Generators.Pipeline;

/// <summary>Names within one method that become one in C#. The first keeps the name; the others make no code.</summary>
internal static class MemberClashes
{
    /// <summary>The model without what clashes, and what that is: a field's path and a sentence.</summary>
    public static (MethodModel Model, IReadOnlyList<(string Path, string Message)> Clashes) Resolve(MethodModel model, ApiModel api)
    {
        var clashes = new List<(string Path, string Message)>();
        var resolved = model with { Request = Members(model.Request, clashes) };
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        var twice = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, path) in TypeNames(ShapeBuilder.Request(resolved, api), CSharpName.Pascal(model.Id)))
        {
            if (!types.TryGetValue(name, out var other))
            {
                types.Add(name, path);
            }
            else if (twice.Add(path))
            {
                clashes.Add((path, $"'{path}' and '{other}' would both become the type {name}; give one of them a type-name"));
            }
        }

        return (twice.Count == 0 ? resolved : resolved with { Request = Without(resolved.Request, twice) }, clashes);
    }

    private static FieldModel Members(FieldModel field, List<(string Path, string Message)> clashes)
    {
        var names = new Dictionary<string, FieldModel>(StringComparer.Ordinal);
        foreach (var member in field.Members)
        {
            var name = CSharpName.Property(member.Name);
            if (names.TryGetValue(name, out var other))
            {
                clashes.Add((member.Path, $"'{member.Path}' and '{other.Path}' would both become the property {name}; the JSON has both names, so one of them is probably mis-spelt"));
            }
            else
            {
                names.Add(name, member);
            }
        }

        return field with
        {
            Members = field.Members.Where(names.Values.Contains).Select(member => Members(member, clashes)).ToEquatableArray(),
            Values = field.Type == FieldType.Enum ? Values(field, clashes) : field.Values,
        };
    }

    private static EquatableArray<string> Values(FieldModel field, List<(string Path, string Message)> clashes)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var value in field.Values)
        {
            var name = CSharpName.Pascal(value);
            if (names.TryGetValue(name, out var other))
            {
                clashes.Add((field.Path, $"the values '{value}' and '{other}' of '{field.Path}' would both become {name}"));
            }
            else
            {
                names.Add(name, value);
            }
        }

        return field.Values.Where(names.Values.Contains).ToEquatableArray();
    }

    private static IEnumerable<(string Name, string Path)> TypeNames(ObjectShape request, string prefix)
    {
        foreach (var own in new[] { "", "Payment", "NotOffered", "PaymentRequestValidator" })
        {
            yield return (prefix + own, prefix);
        }

        foreach (var shape in request.Declared())
        {
            yield return (shape.TypeName, shape.Field.Path);
        }

        foreach (var shape in request.DeclaredEnums())
        {
            yield return (shape.TypeName, shape.Field.Path);
        }
    }

    private static FieldModel Without(FieldModel field, HashSet<string> paths) => field with
    {
        Members = field.Members.Where(member => !paths.Contains(member.Path)).Select(member => Without(member, paths)).ToEquatableArray(),
    };
}
