namespace Apm.Specs;

/// <summary>Reads <c>operations</c> of an API file.</summary>
internal sealed class ApiOperations(
    SpecMapping api,
    EquatableArray<StatusModel> statuses,
    Func<string, SpecValue, IReadOnlyList<MappingSyntax>, (FieldModel Root, EquatableArray<RuleModel> Rules)> body)
{
    /// <summary>Stands for the payment's id in a path.</summary>
    private const string Id = "{id}";

    private static readonly string[] s_verbs = ["get", "post", "put", "patch", "delete"];

    // Where the response or its actions are wrong, that is the mistake.
    private readonly bool _hasLinks =
        api.EntryOf("response")?.Value is not MappingSyntax response || response.Find("actions")?.Value is not (null or SequenceSyntax { Items.Count: 0 });

    public EquatableArray<OperationModel> Bind()
    {
        var operations = new List<OperationModel>();
        if (api.Require("operations") is { } entry && entry.Mapping() is { } mapping)
        {
            var map = new SpecMapping(mapping, SpecKeys.Operations, api.Diagnostics, entry.Key.Span);
            map.Require(OperationId.Pay);
            map.Require(OperationId.Query);
            foreach (var item in mapping.Entries.Where(item => SpecKeys.Operations.Has(item.Key.Value)))
            {
                if (map.Find(item.Key.Value)?.Mapping() is { } facts)
                {
                    operations.Add(Operation(item.Key, facts));
                }
            }
        }

        AddIfMissing(OperationId.Pay, "POST", "/payments", 201);
        AddIfMissing(OperationId.Query, "GET", "self", 200);
        return operations.ToEquatableArray();

        // What is generated always pays and queries; without these the file has its error.
        void AddIfMissing(string id, string verb, string target, int status)
        {
            if (operations.All(operation => operation.Id != id))
            {
                operations.Add(new OperationModel { Id = id, Verb = verb, Target = target, SuccessStatus = status, While = default });
            }
        }
    }

    private OperationModel Operation(ScalarSyntax id, MappingSyntax facts)
    {
        var map = new SpecMapping(facts, SpecKeys.Operation, api.Diagnostics, id.Span);
        var verbs = facts.Entries.Where(entry => s_verbs.Contains(entry.Key.Value)).ToList();
        if (verbs.Count == 0)
        {
            api.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                id.Span,
                $"the operation {MessageText.Of(id.Value)} needs an HTTP method with a target: "
                    + "add one of get, post, put, patch and delete, such as post: /payments"
            );
        }

        foreach (var extra in verbs.Skip(1))
        {
            api.Diagnostics.Add(
                SpecDescriptors.DeclaredTwice,
                extra.Key.Span,
                $"an operation must have one HTTP method: keep {MessageText.Of(verbs[0].Key.Value)} or {MessageText.Of(extra.Key.Value)}",
                api.Diagnostics.At(verbs[0].Key.Span));
        }

        var verb = verbs.Count == 0 ? null : verbs[0].Key.Value;
        var isGet = verb == "get";
        if (isGet && id.Value is not (OperationId.Pay or OperationId.Query))
        {
            var way = $"write post, put, patch or delete for '{MessageText.Plain(id.Value)}'";
            api.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                verbs[0].Key.Span,
                $"a GET must not change anything, and programs between the shop and the gateway may repeat it: {way}");
        }

        if (verb is "get" or "delete" && id.Value == OperationId.Pay)
        {
            api.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                verbs[0].Key.Span,
                $"a {verb.ToUpperInvariant()} cannot make a payment: write post, such as post: /payments");
        }

        var hasBody = map.Find("body");
        if (isGet && hasBody is not null)
        {
            api.Diagnostics.Add(SpecDescriptors.NotApplicable, hasBody.Key.Span, "a GET has no body: remove 'body', or change the HTTP method");
        }

        var contentType = map.Find("content-type-without-body");
        if (isGet && contentType is not null)
        {
            api.Diagnostics.Add(
                SpecDescriptors.NotApplicable,
                contentType.Key.Span,
                "a GET has no body and no Content-Type: remove 'content-type-without-body'");
        }

        var rules = RuleBinder.ReadOfBody(map, hasBody is not null);
        var bound = hasBody is null || isGet ? default((FieldModel Root, EquatableArray<RuleModel> Rules)?) : body(id.Value, hasBody, rules);
        return new OperationModel
        {
            Id = id.Value,
            Verb = (verb ?? "post").ToUpperInvariant(),
            Target = (verb is null ? null : Target(map.Find(verb), id.Value)) ?? (id.Value == OperationId.Pay ? "/payments" : "self"),
            SuccessStatus = (int)(map.Require("status")?.Integer(200, 299) ?? (isGet ? 200 : 202)),
            While = While(map.Find("while")),
            SendsContentTypeWithoutBody = !isGet && (contentType?.Boolean() ?? false),
            Inferred = Inferred(map.Find("inferred")),
            Body = bound?.Root,
            Rules = bound?.Rules ?? default,
        };
    }

    private string? Inferred(SpecValue? entry)
    {
        if (entry?.Value is ScalarSyntax scalar && YamlBoolean.Of(scalar) is not null)
        {
            api.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} does not state what is inferred: write {entry.Hint}, or remove 'inferred'");
            return null;
        }

        return entry?.Text();
    }

    private string? Target(SpecValue? entry, string operation)
    {
        if (entry?.Scalar() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            || scalar.Value.IndexOf("://", StringComparison.Ordinal) >= 0
            || scalar.Value.StartsWith("//", StringComparison.Ordinal)
        )
        {
            api.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} is not a target: write {entry.Hint}; the host belongs under 'hosts'");
            return null;
        }

        if (scalar.Value[0] != '/' && operation == OperationId.Pay)
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

        if (scalar.Value[0] == '/' && PlaceholderProblem(scalar.Value.Split('/'), operation) is var (rule, problem))
        {
            api.Diagnostics.Add(rule, scalar.Span, $"{MessageText.Of(scalar.Value)} {problem}");
            return null;
        }

        return scalar.Value;
    }

    private static (SpecDescriptor Rule, string Message)? PlaceholderProblem(IReadOnlyList<string> segments, string operation)
    {
        if (segments.Any(segment => segment != Id && segment.IndexOfAny(['{', '}']) >= 0))
        {
            return (SpecDescriptors.WrongKind, $"has an unknown placeholder: the only one is {Id}, the payment's id, as a whole segment between slashes");
        }

        var count = segments.Count(segment => segment == Id);
        if (operation == OperationId.Pay)
        {
            return count > 0 ? (SpecDescriptors.NotApplicable, $"contains the id of a payment that does not exist yet: remove {Id}") : null;
        }

        return count != 1
            ? (SpecDescriptors.WrongKind, $"must contain the payment's id once: write {Id} once, such as /payments/{Id}")
            : null;
    }

    private EquatableArray<string> While(SpecValue? entry)
    {
        var known = new HashSet<string>(statuses.Select(status => status.Status), StringComparer.Ordinal);
        var kept = new List<string>();
        if (entry?.Value is SequenceSyntax { Items.Count: 0 })
        {
            api.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                entry.Value.Span,
                "'while' is empty, so the operation would never be available: list the gateway's statuses, or remove 'while' if the status does not matter");
        }

        foreach (var status in entry?.Texts() ?? [])
        {
            if (known.Count == 0 || known.Contains(status.Value))
            {
                kept.Add(status.Value);
            }
            else
            {
                api.Diagnostics.Add(
                    SpecDescriptors.UnknownName,
                    status.Span,
                    $"{MessageText.Of(status.Value)} is not a status under 'statuses': "
                        + $"{api.Diagnostics.Suggestions.DidYouMean(status.Value, known, "list it there under its state")}"
                );
            }
        }

        return kept.ToEquatableArray();
    }
}
