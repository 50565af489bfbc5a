namespace Apm.Specs;

/// <summary>Reads <c>payment</c>: the roles of fields of the request.</summary>
/// <param name="api">The file.</param>
/// <param name="fields">Of its request.</param>
/// <param name="request">The root that the fields make.</param>
internal sealed class ApiRoles(SpecMapping api, IReadOnlyList<ResolvedField> fields, FieldModel request)
{
    public PaymentRolesModel Bind()
    {
        if (api.Require("payment") is not { } entry || entry.Mapping() is not { } mapping)
        {
            return new PaymentRolesModel { Reference = "", Value = "", Returns = default };
        }

        var map = new SpecMapping(mapping, SpecKeys.Payment, api.Diagnostics, entry.Key.Span);
        return new PaymentRolesModel
        {
            Reference = Path(map.Require("reference"), FieldType.String),
            Value = Path(map.Require("value"), FieldType.Money),
            Returns = Returns(map.Find("returns")),
            Sale = Own(map.Find("sale"), FieldType.Boolean),
            Authorization = Authorization(map),
        };
    }

    private EquatableArray<ConditionModel> Authorization(SpecMapping map)
    {
        if (map.Find("authorization") is not { } entry || fields.Count == 0)
        {
            return default;
        }

        if (map.KeySpan("sale") is { } sale)
        {
            api.Diagnostics.Add(
                SpecDescriptors.Contradiction,
                entry.Key.Span,
                "'sale' and 'authorization' both choose between sale and authorization: remove one of them",
                api.Diagnostics.At(sale));
        }

        var scope = new RuleScope(new FieldIndex(request), isApi: true, api.Diagnostics);
        var conditions = new ConditionBinder(scope, isTakenOver: false, api.Diagnostics).Bind(entry) ?? default;
        if (scope.List is not { } list)
        {
            return conditions;
        }

        api.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            entry.Key.Span,
            $"a condition is about the items of {MessageText.Of(list)}, but an authorization is about the payment: name fields outside of lists");
        return default;
    }

    private string Path(SpecValue? entry, FieldType type)
    {
        if (entry?.Scalar() is not { } scalar)
        {
            return "";
        }

        if (fields.Count == 0)
        {
            // The mistake is in the request.
            return scalar.Value;
        }

        // An object without a line is a field, too, but no role is for an object.
        if (FieldPath.Find(request, scalar.Value) is not { Path.Length: > 0 } field)
        {
            var likely = fields.Where(field => field.Type == type).Select(field => field.Path).ToList();
            var otherwise = likely.Count == 0 ? "declare it there" : "write one of " + MessageText.List(likely);
            entry.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} is not a field under 'request': "
                    + api.Diagnostics.Suggestions.DidYouMean(scalar.Value, fields.Select(field => field.Path), otherwise));
            return "";
        }

        if (field.Type != type)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} is of type {TypeFacet.Id(field.Type)}: '{entry.Name}' must be a field of type {TypeFacet.Id(type)}",
                fields.FirstOrDefault(field => field.Path == scalar.Value)?.Facts.Location(Facets.Type));
            return "";
        }

        return IsInList(scalar, entry) ? "" : scalar.Value;
    }

    private EquatableArray<ReturnUrlModel> Returns(SpecValue? entry)
    {
        const string Any = "any";
        var returns = new List<ReturnUrlModel>();
        string? other = null;
        foreach (var item in (entry?.Mapping()?.Entries ?? []).TakeWhile(_ => !entry!.Diagnostics.IsFull))
        {
            if (item.Key.Value == Any)
            {
                other = Own(new SpecValue(Any, "the path of a field", item.Key, item.Value, entry!.Diagnostics), FieldType.Url);
            }
            else if (!KebabCase.TryParse<PaymentState>(item.Key.Value, out var state))
            {
                string[] known = [Any, .. KebabCase.Ids<PaymentState>()];
                UnknownKeys.Add(entry!.Diagnostics, (MappingSyntax)entry.Value, item.Key, item.Value, "returns", known);
            }
            else if (Own(new SpecValue(item.Key.Value, "the path of a field", item.Key, item.Value, entry!.Diagnostics), FieldType.Url) is { } path)
            {
                returns.Add(new ReturnUrlModel(state, path));
            }
        }

        // The address for all states that have none.
        var states = Enum.GetValues(typeof(PaymentState)).Cast<PaymentState>().Except(returns.Select(known => known.State)).ToList();
        return returns.Concat(other is null ? [] : states.Select(state => new ReturnUrlModel(state, other))).ToEquatableArray();
    }

    // Methods may declare the field and its object, but the parent of the object must be in the API.
    private string? Own(SpecValue? entry, FieldType type)
    {
        if (entry?.Scalar() is not { } path || fields.Count == 0)
        {
            return null;
        }

        if (FieldPath.Find(request, path.Value) is not null)
        {
            return Path(entry, type) is { Length: > 0 } checkedPath ? checkedPath : null;
        }

        var objects = new HashSet<string>(fields.SelectMany(field => FieldPath.Parents(field.Path)), StringComparer.Ordinal);
        objects.UnionWith(fields.Where(field => field.Type == FieldType.Object).Select(field => field.Path));
        var parent = FieldPath.Parent(path.Value);
        if (IsObject(parent) || (IsObject(FieldPath.Parent(parent)) && api.Diagnostics.Suggestions.NearestTo(parent, objects) is null))
        {
            return IsInList(path, entry) ? null : path.Value;
        }

        entry.Diagnostics.Add(
            SpecDescriptors.UnknownName,
            path.Span,
            $"{MessageText.Of(parent)} is not an object under 'request': "
                + $"{api.Diagnostics.Suggestions.DidYouMean(parent, objects, "declare a field of it there")}");
        return null;

        bool IsObject(string path) => path.Length == 0 || objects.Contains(path);
    }

    // A payment has one of each, and a list has as many as its items.
    private static bool IsInList(ScalarSyntax path, SpecValue entry)
    {
        if (path.Value.IndexOf(FieldPath.Item, StringComparison.Ordinal) < 0)
        {
            return false;
        }

        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            path.Span,
            $"{MessageText.Of(path.Value)} is in a list: '{entry.Name}' must be a field outside of lists");
        return true;
    }
}
