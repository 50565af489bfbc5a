using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>Which fields of the request play a part.</summary>
internal static class ApiRoles
{
    public static PaymentRolesModel Bind(Map api, IReadOnlyList<ResolvedField> fields)
    {
        if (api.Require("payment") is not { } entry || entry.Mapping() is not { } mapping)
        {
            return new PaymentRolesModel { Reference = "", Value = "", Returns = default };
        }

        var map = new Map(mapping, SpecKeys.Payment, api.Report, entry.Key.Span);
        return new PaymentRolesModel
        {
            Reference = Path(map.Require("reference"), fields, FieldType.String),
            Value = Path(map.Require("value"), fields, FieldType.Money),
            Returns = Returns(map.Find("returns"), fields),
            Sale = Own(map.Find("sale"), fields, FieldType.Boolean),
        };
    }

    private static string Path(Entry? entry, IReadOnlyList<ResolvedField> fields, FieldType type)
    {
        if (entry?.Scalar() is not { } scalar)
        {
            return "";
        }

        if (fields.Count == 0)
        {
            // What is wrong then is the request.
            return scalar.Value;
        }

        var field = fields.FirstOrDefault(field => field.Path == scalar.Value);
        if (field is null)
        {
            var likely = fields.Where(field => field.Type == type).Select(field => field.Path).ToList();
            entry.Report.Add(SpecRules.UnknownName, scalar.Span, $"{Quote.Of(scalar.Value)} is no field under 'request': {Nearest.DidYouMean(scalar.Value, fields.Select(field => field.Path), likely.Count == 0 ? "declare it there" : "write one of " + Quote.List(likely))}");
            return "";
        }

        if (field.Type != type)
        {
            entry.Report.Add(SpecRules.WrongKind, scalar.Span, $"{Quote.Of(scalar.Value)} is of type {FieldFacts.Id(field.Type)}: '{entry.Name}' is a field of type {FieldFacts.Id(type)}", field.Facts.Location("type"));
            return "";
        }

        return scalar.Value;
    }

    private static EquatableArray<ReturnUrlModel> Returns(Entry? entry, IReadOnlyList<ResolvedField> fields)
    {
        var returns = new List<ReturnUrlModel>();
        foreach (var item in entry?.Mapping()?.Entries ?? [])
        {
            if (!Kebab.TryParse<PaymentState>(item.Key.Value, out var state))
            {
                UnknownKeys.Add(entry!.Report, (MappingSyntax)entry.Value, item.Key, item.Value, "returns", Kebab.Ids<PaymentState>());
            }
            else if (Own(new Entry(item.Key.Value, "the path of a field", item.Key, item.Value, entry!.Report), fields, FieldType.Url) is { } path)
            {
                returns.Add(new ReturnUrlModel(state, path));
            }
        }

        return returns.ToEquatableArray();
    }

    private static string? Own(Entry? entry, IReadOnlyList<ResolvedField> fields, FieldType type) =>
        OwnPath(entry, fields) is { } path && (fields.All(field => field.Path != path) || Path(entry, fields, type).Length > 0) ? path : null;

    // The field may be the methods' own, and so may the object that it stands in, but not what that stands in.
    private static string? OwnPath(Entry? entry, IReadOnlyList<ResolvedField> fields)
    {
        if (entry?.Scalar() is not { } path || fields.Count == 0)
        {
            return null;
        }

        var objects = new HashSet<string>(fields.SelectMany(field => FieldPath.Parents(field.Path)).Append(""), StringComparer.Ordinal);
        objects.UnionWith(fields.Where(field => field.Type == FieldType.Object).Select(field => field.Path));
        var parent = FieldPath.Parent(path.Value);
        if (objects.Contains(parent) || (objects.Contains(FieldPath.Parent(parent)) && Nearest.To(parent, objects) is null))
        {
            return path.Value;
        }

        entry.Report.Add(SpecRules.UnknownName, path.Span, $"{Quote.Of(parent)} is no object under 'request': {Nearest.DidYouMean(parent, objects, "declare a field in it there")}");
        return null;
    }
}
