namespace Apm.Specs;

/// <summary>Reads <c>operations</c> of a method: what it adds to the operations that it offers.</summary>
/// <param name="file">The method file.</param>
/// <param name="capabilities">What the method offers.</param>
/// <param name="bodies">Reads the bodies.</param>
internal sealed class MethodOperations(MethodFile file, EquatableArray<string> capabilities, MethodBodies bodies)
{
    private const int MaxDays = 3650;

    private readonly Dictionary<string, IReadOnlyList<ResolvedField>> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<MappingSyntax>> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _days = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoundBody> _bodies = new(StringComparer.Ordinal);

    public OfferedOperations Bind()
    {
        var known = (file.Base.Api?.Operations ?? default)
            .Where(operation => !OperationId.IsOfApi(operation.Id))
            .ToList();
        foreach (var item in (file.Keys.Find("operations")?.Mapping()?.Entries ?? []).TakeWhile(_ => !file.Diagnostics.IsFull))
        {
            Read(item, known);
        }

        var models = known.Where(operation => capabilities.Contains(operation.Id)).Select(operation => Operation(operation.Id)).ToEquatableArray();
        if (file.Base.Api is { } api)
        {
            IndistinctOperations.Report(models, api, file.Keys.EntryOf("operations")?.Value as MappingSyntax, file.Diagnostics);
        }

        return new OfferedOperations(models, _bodies);
    }

    private MethodOperationModel Operation(string id)
    {
        var inherited = file.Base.Body(id);
        var days = _days.TryGetValue(id, out var declared) ? declared : BaseDays(id);
        var isOwn = _fields.TryGetValue(id, out var own) || inherited.IsOwn;
        if (own is null && inherited.Root is null)
        {
            return new MethodOperationModel(id, null, default, isOwn, days);
        }

        var rules = _rules.TryGetValue(id, out var syntax) ? syntax : [];
        var body = bodies.Operation(id, inherited with { Fields = own ?? inherited.Fields, IsOwn = isOwn }, rules);
        _bodies[id] = body.Bound;
        return new MethodOperationModel(id, body.Root, body.Rules, isOwn, days);
    }

    private void Read(MappingEntry item, IReadOnlyList<OperationModel> known)
    {
        var id = item.Key.Value;
        var operation = known.FirstOrDefault(operation => operation.Id == id);
        if (file.Base.IsKnown && operation is null)
        {
            var ids = known.Select(other => other.Id);
            file.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                item.Key.Span,
                OperationId.IsOfApi(id)
                    ? $"{MessageText.Of(id)} belongs to the API only: declare what a payment needs under 'fields'"
                    : $"{MessageText.Of(id)} is not an operation of the API: "
                        + file.Diagnostics.Suggestions.DidYouMean(id, ids, "write one of " + MessageText.List(ids)));
        }
        else if (operation is not null && !capabilities.Contains(id))
        {
            file.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                item.Key.Span,
                $"the method does not offer {MessageText.Of(id)}: list it under 'capabilities', or remove it here");
        }

        const string Hint = "what the method adds to the operation, such as { within-days: 180 }";
        if (new SpecValue(MessageText.Plain(id), Hint, item.Key, item.Value, file.Diagnostics).Mapping() is not { } mapping)
        {
            return;
        }

        var map = new SpecMapping(mapping, SpecKeys.MethodOperation, file.Diagnostics, item.Key.Span);
        ReadDays(id, map.Find("within-days"));
        var inherited = file.Base.Body(id);
        var body = map.Find("body");
        _rules[id] = RuleBinder.ReadOfBody(map, !file.Base.IsKnown || body is not null || inherited.Root is not null);
        if (body is null)
        {
            return;
        }

        if (operation?.Verb == "GET")
        {
            file.Diagnostics.Add(SpecDescriptors.NotApplicable, body.Key.Span, "the operation is a GET, and a GET has no body: remove 'body'");
        }
        else if (bodies.Read(body, inherited, id) is { Count: > 0 } read)
        {
            _fields[id] = read;
        }
    }

    private void ReadDays(string id, SpecValue? entry)
    {
        if (entry?.Integer(1, MaxDays) is not { } days)
        {
            return;
        }

        if (days > BaseDays(id))
        {
            file.Diagnostics.Add(
                SpecDescriptors.Widens,
                entry.Value.Span,
                $"{days} days are more than the {BaseDays(id)} days of the base: write fewer, or remove 'within-days'");
            return;
        }

        _days[id] = (int)days;
    }

    private int? BaseDays(string id) => file.Base.Method?.Operation(id)?.WithinDays;
}

/// <summary>The operations that a method offers beside <c>pay</c> and <c>query</c>.</summary>
/// <param name="Models">In the order of the API file.</param>
/// <param name="Bodies">The bodies of those that have one, by the operation's id.</param>
internal sealed record OfferedOperations(EquatableArray<MethodOperationModel> Models, IReadOnlyDictionary<string, BoundBody> Bodies);
