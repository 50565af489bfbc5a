namespace Apm.Specs;

/// <summary>Reads <c>results</c> of an API file.</summary>
/// <param name="api">The API file.</param>
/// <param name="operations">The operations on payments.</param>
/// <param name="money">How the API writes money.</param>
/// <param name="settings">The names of the merchant's settings.</param>
internal sealed class ApiResults(SpecMapping api, EquatableArray<OperationModel> operations, MoneyFormatModel money, IReadOnlyList<string> settings)
{
    private static readonly ResultKind[] s_kinds = [ResultKind.Refund, ResultKind.Capture, ResultKind.Acknowledgement];

    private static readonly string[] s_ofState = ["status", "statuses", "value", "members", "query", "cancel"];

    /// <summary>The kinds that have a key under <c>results</c>.</summary>
    public static HashSet<ResultKind> Described(SpecMapping api)
    {
        var results = api.EntryOf("results")?.Value as MappingSyntax;
        return [.. s_kinds.Where(kind => results?.Find(Id(kind)) is not null)];
    }

    public EquatableArray<ResultModel> Bind()
    {
        var entry = api.Find("results");
        var map = entry?.Mapping() is { } mapping ? new SpecMapping(mapping, SpecKeys.Results, api.Diagnostics, entry.Key.Span) : null;
        return s_kinds.Select(kind => Bind(kind, map?.Find(Id(kind)))).OfType<ResultModel>().ToEquatableArray();
    }

    private ResultModel? Bind(ResultKind kind, SpecValue? entry)
    {
        var isNamed = operations.Any(operation => operation.Result == kind);
        if (entry?.Mapping() is not { } mapping)
        {
            // Without it, the file has its error.
            return isNamed ? new ResultModel { Kind = kind, Id = "id", Status = kind == ResultKind.Acknowledgement ? null : "status" } : null;
        }

        var map = new SpecMapping(mapping, SpecKeys.Result, api.Diagnostics, entry.Key.Span);
        if (!isNamed)
        {
            api.Diagnostics.Add(
                SpecDescriptors.Contradiction,
                entry.Key.Span,
                $"no operation has 'result: {Id(kind)}': add it to an operation, or remove '{Id(kind)}' here");
        }

        var paths = new ResponsePaths(api.Diagnostics, canBeSame: true);
        var id = paths.Read(map.Require("id")) ?? "id";
        if (kind == ResultKind.Acknowledgement)
        {
            ReportState(map);
            return new ResultModel { Kind = kind, Id = id, Payment = paths.Read(map.Find("payment")) };
        }

        var status = paths.Read(map.Require("status")) ?? "status";
        var statuses = new StatusReader<ResultState>([], null).Required(map.Require("statuses"))
            .Select(one => new ResultStatusModel(one.Text.Value, one.State))
            .ToEquatableArray();
        return new ResultModel
        {
            Kind = kind,
            Id = id,
            Status = status,
            Value = MoneyPlace.Read(map.Find("value"), paths, money),
            Payment = paths.Read(map.Find("payment")),
            Statuses = statuses,
            Members = ResponseMembers.Bind(map.Find("members"), [], null, [id, status], money),
            Query = Operation("query", kind, map.Find("query"), statuses),
            Cancel = Operation("cancel", kind, map.Find("cancel"), statuses),
        };
    }

    private void ReportState(SpecMapping map)
    {
        foreach (var key in s_ofState.Where(key => map.EntryOf(key) is not null))
        {
            api.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                map.KeySpan(key)!.Value,
                $"an acknowledgement has no state: remove '{key}'; if the response has one, describe it as a refund or a capture");
        }
    }

    private OperationModel? Operation(string name, ResultKind kind, SpecValue? entry, EquatableArray<ResultStatusModel> statuses)
    {
        if (entry?.Mapping() is not { } syntax)
        {
            return null;
        }

        var isQuery = name == "query";
        var facts = new OperationFacts(entry.Key, syntax, isQuery ? SpecKeys.ResultQuery : SpecKeys.ResultCancellation, api.Diagnostics);
        if (!isQuery)
        {
            facts.ReportGet(name);
        }

        return new OperationModel
        {
            Id = ResultOperationId.Of(name, kind),
            Verb = isQuery ? "GET" : (facts.Verb?.Value ?? "post").ToUpperInvariant(),
            Target = Target(facts, kind, name) ?? $"/{{{Id(kind)}.id}}",
            SuccessStatus = facts.Status(),
            While = isQuery ? default : facts.While(statuses.Select(status => status.Status)),
            SendsContentTypeWithoutBody = !isQuery && facts.SendsContentType(),
            Inferred = facts.Inferred(),
            Result = isQuery ? kind : facts.Result(kind, [kind, ResultKind.Nothing], s_kinds, name),
        };
    }

    private string? Target(OperationFacts facts, ResultKind kind, string operation)
    {
        if (facts.Address() is not { } scalar)
        {
            return null;
        }

        var own = Id(kind) + ".id";
        var written = NameScope.InText(own);
        var names = TargetNames.In(scalar.Value, operation);
        var scope = NameScope.Result(operation, own, settings);
        (SpecDescriptor Rule, string Message)? problem =
            scalar.Value[0] != '/'
                ? (SpecDescriptors.WrongKind, $"is not a path: write one that begins with / and contains {written}, such as /{Id(kind)}s/{written}")
            : TargetNames.Problem(scalar.Value, operation, scope, api.Diagnostics.Suggestions) is { } unknown ? unknown
            : names.Count(name => name == own) != 1
                ? (SpecDescriptors.WrongKind, $"must contain the {Id(kind)}'s id once: write {written} once, such as /{Id(kind)}s/{written}")
            : names.Count(name => name == ValueName.PaymentId) > 1
                ? (SpecDescriptors.WrongKind, $"contains the payment's id twice: write {TargetNames.Id} once")
            : null;
        if (problem is not var (rule, message))
        {
            return TargetNames.Short(scalar.Value, operation);
        }

        api.Diagnostics.Add(rule, scalar.Span, $"{MessageText.Of(scalar.Value)} {message}");
        return null;
    }

    private static string Id(ResultKind kind) => KebabCase.Of(kind.ToString());
}
