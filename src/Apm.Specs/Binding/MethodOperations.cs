using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Syntax;

namespace Apm.Specs.Binding;

/// <summary>The operations that a method offers, with what it adds to their bodies.</summary>
/// <param name="method">The method file.</param>
/// <param name="capabilities">What the method offers.</param>
/// <param name="fields">Reads a method's fields over the API's and the object they stand in, which are null where the API is not there.</param>
internal sealed class MethodOperations(Map method, EquatableArray<string> capabilities, Func<Entry, IReadOnlyList<ResolvedField>?, FieldModel?, IReadOnlyList<ResolvedField>> fields)
{
    private const int MaxDays = 3650;

    private readonly Dictionary<string, IReadOnlyList<ResolvedField>> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<MappingSyntax>> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _days = new(StringComparer.Ordinal);

    /// <param name="api">Null where the API is not there: the file is judged all the same.</param>
    /// <param name="build">Makes the root of a body: the operation, its fields, and whether they are the method's own.</param>
    /// <param name="declaredBy">The method's spec.</param>
    public EquatableArray<MethodOperationModel> Bind(BoundApi? api, Func<string, IReadOnlyList<ResolvedField>, bool, FieldModel> build, string declaredBy)
    {
        var offered = (api?.Model?.Operations ?? default).Where(operation => operation.Id is not ("pay" or "query")).ToList();
        foreach (var item in method.Find("operations")?.Mapping()?.Entries ?? [])
        {
            Read(item, offered, api);
        }

        return offered.Where(operation => capabilities.Contains(operation.Id)).Select(operation =>
        {
            var isOwn = _bodies.TryGetValue(operation.Id, out var own);
            var shared = api!.Bodies.TryGetValue(operation.Id, out var known) ? known : new BoundBody([], []);
            var fields = own ?? shared.Fields;
            var body = own is null && operation.Body is null ? null : build(operation.Id, fields, isOwn);
            var rules = body is null ? default : new MethodRules(api.Model!.Id, shared.Rules, operation.Rules, method.Report)
                .Bind(_rules.TryGetValue(operation.Id, out var said) ? said : [], body, fields, declaredBy);
            return new MethodOperationModel(operation.Id, body, rules, isOwn, _days.TryGetValue(operation.Id, out var days) ? days : null);
        }).ToEquatableArray();
    }

    private void Read(MappingEntry item, IReadOnlyList<OperationModel> known, BoundApi? api)
    {
        var id = item.Key.Value;
        var operation = known.FirstOrDefault(operation => operation.Id == id);
        if (api is not null && operation is null)
        {
            method.Report.Add(SpecRules.UnknownName, item.Key.Span, id is "pay" or "query"
                ? $"{Quote.Of(id)} is the API's alone: what a payment needs stands under 'fields'"
                : $"{Quote.Of(id)} is no operation of the API: {Nearest.DidYouMean(id, known.Select(other => other.Id), "write one of " + Quote.List(known.Select(other => other.Id)))}");
        }
        else if (operation is not null && !capabilities.Contains(id))
        {
            method.Report.Add(SpecRules.UnknownName, item.Key.Span, $"the method does not offer {Quote.Of(id)}: list it under 'capabilities', or remove it here");
        }

        if (new Entry(Quote.Plain(id), "what the operation needs, such as { within-days: 180 }", item.Key, item.Value, method.Report).Mapping() is not { } mapping)
        {
            return;
        }

        var map = new Map(mapping, SpecKeys.MethodOperation, method.Report, item.Key.Span);
        if (map.Find("within-days")?.Integer(1, MaxDays) is { } days)
        {
            _days[id] = (int)days;
        }

        var body = map.Find("body");
        _rules[id] = Rules.ReadOfBody(map, api is null || body is not null || operation?.Body is not null);
        if (body is null)
        {
            return;
        }

        if (operation?.Verb == "GET")
        {
            method.Report.Add(SpecRules.WrongKind, body.Key.Span, "the API asks for this operation with a GET, which has no body: remove 'body'");
        }
        else
        {
            var read = fields(body, api is null ? null : api.Bodies.TryGetValue(id, out var shared) ? shared.Fields : [], operation?.Body);
            if (read.Count > 0)
            {
                _bodies[id] = read;
            }
        }
    }
}
