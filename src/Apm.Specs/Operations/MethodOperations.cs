namespace Apm.Specs;

/// <summary>The operations that a method offers, with what it adds to their bodies.</summary>
/// <param name="method">The method file.</param>
/// <param name="capabilities">What the method offers.</param>
/// <param name="bodies">Reads the bodies.</param>
/// <param name="declaredBy">The method's spec.</param>
internal sealed class MethodOperations(SpecMapping method, EquatableArray<string> capabilities, MethodBodies bodies, string declaredBy)
{
    private const int MaxDays = 3650;

    private readonly Dictionary<string, IReadOnlyList<ResolvedField>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<MappingSyntax>> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _days = new(StringComparer.Ordinal);

    /// <summary>The bodies of all operations that are offered and have one.</summary>
    public Dictionary<string, BoundBody> Bodies { get; } = new(StringComparer.Ordinal);

    /// <param name="api">Null where the API is not there: the file is judged all the same.</param>
    /// <param name="ground">What the method starts from; null where that is not there.</param>
    public EquatableArray<MethodOperationModel> Bind(ApiModel? api, BaseSpec? ground)
    {
        var offered = (api?.Operations ?? default).Where(operation => operation.Id is not (OperationId.Pay or OperationId.Query)).ToList();
        foreach (var item in (method.Find("operations")?.Mapping()?.Entries ?? []).TakeWhile(_ => !method.Diagnostics.IsFull))
        {
            Read(item, offered, ground);
        }

        return ground is null
            ? default
            : offered.Where(operation => capabilities.Contains(operation.Id)).Select(operation => Operation(operation.Id, ground)).ToEquatableArray();
    }

    private MethodOperationModel Operation(string id, BaseSpec ground)
    {
        var taken = ground.Bodies.TryGetValue(id, out var known) ? known : new BoundBody([], null, [], IsOwn: false);
        var isOwn = _fields.TryGetValue(id, out var own) || taken.IsOwn;
        var fields = own ?? taken.Fields;
        var root = own is null && taken.Root is null ? null : bodies.Build(id, fields, isOwn);
        var syntax = _rules.TryGetValue(id, out var said) ? said : [];
        var rules = root is null ? default : new MethodRules(taken.Rules, method.Diagnostics).Bind(syntax, root, fields, declaredBy);
        if (root is not null)
        {
            Bodies[id] = new BoundBody(
                fields,
                root,
                [.. taken.Rules, new RuleSet(declaredBy, syntax, rules.Where(rule => rule.DeclaredBy == declaredBy).ToEquatableArray())],
                isOwn);
        }

        return new MethodOperationModel(id, root, rules, isOwn, _days.TryGetValue(id, out var days) ? days : ground.Method?.Operation(id)?.WithinDays);
    }

    private void Read(MappingEntry item, IReadOnlyList<OperationModel> known, BaseSpec? ground)
    {
        var id = item.Key.Value;
        var operation = known.FirstOrDefault(operation => operation.Id == id);
        if (ground is not null && operation is null)
        {
            method.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                item.Key.Span,
                id is OperationId.Pay or OperationId.Query
                    ? $"{MessageText.Of(id)} is the API's alone: what a payment needs stands under 'fields'"
                    : $"{MessageText.Of(id)} is no operation of the API: {method.Diagnostics.Suggestions.DidYouMean(id, known.Select(other => other.Id), "write one of " + MessageText.List(known.Select(other => other.Id)))}"
            );
        }
        else if (operation is not null && !capabilities.Contains(id))
        {
            method.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                item.Key.Span,
                $"the method does not offer {MessageText.Of(id)}: list it under 'capabilities', or remove it here");
        }

        if (new SpecValue(MessageText.Plain(id), "what the operation needs, such as { within-days: 180 }", item.Key, item.Value, method.Diagnostics).Mapping()
            is not { } mapping)
        {
            return;
        }

        var map = new SpecMapping(mapping, SpecKeys.MethodOperation, method.Diagnostics, item.Key.Span);
        Days(id, map.Find("within-days"), ground);
        var shared = ground is not null && ground.Bodies.TryGetValue(id, out var taken) ? taken : null;
        var body = map.Find("body");
        _rules[id] = RuleBinder.ReadOfBody(map, ground is null || body is not null || shared is not null);
        if (body is null)
        {
            return;
        }

        if (operation?.Verb == "GET")
        {
            method.Diagnostics.Add(SpecDescriptors.WrongKind, body.Key.Span, "the API asks for this operation with a GET, which has no body: remove 'body'");
        }
        else if (bodies.Read(body, ground is null ? null : shared?.Fields ?? [], shared?.Root) is { Count: > 0 } read)
        {
            _fields[id] = read;
        }
    }

    private void Days(string id, SpecValue? entry, BaseSpec? ground)
    {
        if (entry?.Integer(1, MaxDays) is not { } days)
        {
            return;
        }

        if (days > ground?.Method?.Operation(id)?.WithinDays)
        {
            method.Diagnostics.Add(
                SpecDescriptors.Widens,
                entry.Value.Span,
                $"{days} days are more than those of the base, {ground.Method.Operation(id)!.WithinDays}: write fewer, or leave 'within-days' out");
            return;
        }

        _days[id] = (int)days;
    }
}
