namespace Apm.Specs;

/// <summary>Reads <c>operations</c> of an API file.</summary>
internal sealed class ApiOperations(
    SpecMapping api,
    EquatableArray<StatusModel> statuses,
    IReadOnlyList<string> settings,
    bool hasKey,
    Func<string, SpecValue, IReadOnlyList<MappingSyntax>, (FieldModel Root, EquatableArray<RuleModel> Rules)> body)
{
    private const string NoQuery = "none";

    // Where the response or its actions are wrong, that is the mistake.
    private readonly bool _hasLinks =
        api.EntryOf("response")?.Value is not MappingSyntax response || response.Find("actions")?.Value is not (null or SequenceSyntax { Items.Count: 0 });

    private readonly HashSet<ResultKind> _described = ApiResults.Described(api);

    public EquatableArray<OperationModel> Bind()
    {
        var operations = new List<OperationModel>();
        var hasQuery = true;
        if (api.Require("operations") is { } entry && entry.Mapping() is { } mapping)
        {
            var map = new SpecMapping(mapping, OwnOperations.Keys(mapping, api.Diagnostics), api.Diagnostics, entry.Key.Span);
            map.Require(OperationId.Pay);
            map.Require(OperationId.Query);
            foreach (var item in mapping.Entries.Where(item => map.EntryOf(item.Key.Value) == item && IsId(item.Key.Value)))
            {
                if (item is { Key.Value: OperationId.Query, Value: ScalarSyntax { Value: NoQuery } })
                {
                    hasQuery = false;
                }
                else if (map.Find(item.Key.Value)?.Mapping() is { } facts)
                {
                    operations.Add(Operation(item.Key, facts));
                }
            }
        }

        AddIfMissing(OperationId.Pay, "POST", "/payments", 201);
        if (hasQuery)
        {
            AddIfMissing(OperationId.Query, "GET", "self", 200);
        }

        return operations.ToEquatableArray();

        // Without these, the file has its error.
        void AddIfMissing(string id, string verb, string target, int status)
        {
            if (operations.All(operation => operation.Id != id))
            {
                operations.Add(new OperationModel { Id = id, Verb = verb, Target = target, SuccessStatus = status, While = default });
            }
        }
    }

    private static bool IsId(string id) => SpecKeys.Operations.Has(id) || OwnOperations.IsFree(id);

    private OperationModel Operation(ScalarSyntax id, MappingSyntax syntax)
    {
        var keys = id.Value switch
        {
            OperationId.Find => SpecKeys.FindOperation,
            OperationId.Complete => SpecKeys.CompleteOperation,
            _ => SpecKeys.Operations.Has(id.Value) ? SpecKeys.Operation : SpecKeys.OwnOperation,
        };
        var facts = new OperationFacts(id, syntax, keys, api.Diagnostics);
        var map = facts.Map;
        var isGet = facts.IsGet;
        if (id.Value is not (OperationId.Pay or OperationId.Query or OperationId.Find))
        {
            facts.ReportGet(id.Value);
        }

        if (facts.Verb is { Value: "get" or "delete" } verb && id.Value == OperationId.Pay)
        {
            api.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                verb.Span,
                $"a {verb.Value.ToUpperInvariant()} cannot make a payment: write post, such as post: /payments");
        }

        var hasBody = map.Find("body");
        if (isGet && hasBody is not null)
        {
            api.Diagnostics.Add(SpecDescriptors.NotApplicable, hasBody.Key.Span, "a GET has no body: remove 'body', or change the HTTP method");
        }

        var rules = RuleBinder.ReadOfBody(map, hasBody is not null);
        var bound = hasBody is null || isGet ? default((FieldModel Root, EquatableArray<RuleModel> Rules)?) : body(id.Value, hasBody, rules);
        return new OperationModel
        {
            Id = id.Value,
            Verb = (facts.Verb?.Value ?? "post").ToUpperInvariant(),
            Target = Target(facts, id.Value, bound?.Root) ?? (id.Value == OperationId.Pay ? "/payments" : "self"),
            SuccessStatus = facts.Status(),
            While = facts.While(statuses.Select(status => status.Status)),
            When = When(id.Value, map.Find("when")),
            SendsContentTypeWithoutBody = facts.SendsContentType(),
            At = id.Value == OperationId.Find ? Place(map.Find("at")) : null,
            Summary = keys == SpecKeys.OwnOperation ? map.Find("summary")?.Text() ?? id.Value : null,
            Inferred = facts.Inferred(),
            Result = facts.Result(ResultKind.Payment, Results(id.Value), _described, id.Value),
            Body = bound?.Root,
            Rules = bound?.Rules ?? default,
        };
    }

    private static EquatableArray<MemberConditionModel> When(string operation, SpecValue? entry)
    {
        if (entry is not null && operation is OperationId.Pay or OperationId.Query)
        {
            entry!.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                entry.Key.Span,
                $"'{operation}' does not depend on the last response of a payment: remove 'when'");
            return default;
        }

        return MemberConditions.Bind(entry);
    }

    // A payment is paid, queried and confirmed: its own response is the payment.
    private static IReadOnlyList<ResultKind> Results(string operation) => operation switch
    {
        OperationId.Refund or OperationId.PartialRefund => [ResultKind.Payment, ResultKind.Refund, ResultKind.Acknowledgement, ResultKind.Nothing],
        OperationId.Settle or OperationId.PartialSettle => [ResultKind.Payment, ResultKind.Capture, ResultKind.Acknowledgement, ResultKind.Nothing],
        OperationId.Cancel => [ResultKind.Payment, ResultKind.Acknowledgement, ResultKind.Nothing],
        _ when SpecKeys.Operations.Has(operation) => [ResultKind.Payment],
        _ => [ResultKind.Payment, ResultKind.Refund, ResultKind.Capture, ResultKind.Acknowledgement, ResultKind.Nothing],
    };

    // The brackets at the end stand for the first item.
    private string? Place(SpecValue? entry)
    {
        if (entry?.Scalar() is not { } at)
        {
            return null;
        }

        var isList = FieldPath.IsItem(at.Value);
        var path = isList ? FieldPath.Parent(at.Value) : at.Value;
        return FieldPath.IsValidInResponse(new ScalarSyntax(path, at.Style, at.Span), api.Diagnostics) ? path + (isList ? FieldPath.Item : "") : null;
    }

    private string? Target(OperationFacts facts, string operation, FieldModel? body)
    {
        if (facts.Address() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value[0] != '/' && operation is OperationId.Pay or OperationId.Complete)
        {
            api.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} is the name of a link, and only an existing payment has links: "
                    + "write a path that begins with /, such as /payments"
            );
            return null;
        }

        if (scalar.Value[0] != '/' && operation != OperationId.Query && !_hasLinks)
        {
            api.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} is the name of a link, but the API does not declare where links are: "
                    + "add 'actions' under 'response', such as actions: [links], or write a path that begins with /"
            );
        }

        if (scalar.Value[0] == '/' && TargetProblem(scalar.Value, operation, body) is var (rule, problem))
        {
            api.Diagnostics.Add(rule, scalar.Span, $"{MessageText.Of(scalar.Value)} {problem}");
            return null;
        }

        return TargetNames.Short(scalar.Value, operation);
    }

    private (SpecDescriptor Rule, string Message)? TargetProblem(string target, string operation, FieldModel? body)
    {
        var scope = NameScope.Operation(operation, settings, hasKey);
        if (TargetNames.Problem(target, operation, scope, api.Diagnostics.Suggestions) is { } problem)
        {
            return problem;
        }

        var names = TargetNames.In(target, operation);
        if (operation == OperationId.Complete && names.Concat(body?.ConstNames() ?? []).Any(name => ValueName.Parameter(name) is not null))
        {
            return null;
        }

        if (operation == OperationId.Complete)
        {
            return (
                SpecDescriptors.MissingKey,
                "has no parameter of the address at which the customer returned: add one to the body, such as token: { const: $return.token }, or to the path");
        }

        if (operation == OperationId.Pay || names.Concat(body?.ConstNames() ?? []).Any(name => name is ValueName.PaymentId or ValueName.PaymentReference))
        {
            return names.Count(name => name == ValueName.PaymentId) > 1
                ? (SpecDescriptors.WrongKind, $"must contain the payment's id once: write {TargetNames.Id} once, such as /payments/{TargetNames.Id}")
                : null;
        }

        return operation == OperationId.Find
            ? (SpecDescriptors.WrongKind, "must contain the reference: write {reference}, such as /payments?reference={reference}")
            : (SpecDescriptors.WrongKind, $"must contain the payment's id once: write {TargetNames.Id} once, such as /payments/{TargetNames.Id}");
    }
}
