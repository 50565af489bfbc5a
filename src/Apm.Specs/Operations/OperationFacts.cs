namespace Apm.Specs;

/// <summary>The facts that operations on payments, refunds and captures have in common.</summary>
internal sealed class OperationFacts
{
    private static readonly string[] s_verbs = ["get", "post", "put", "patch", "delete"];

    private readonly SpecMapping _map;
    private readonly DiagnosticBag _report;

    /// <param name="id">The operation.</param>
    /// <param name="facts">Its keys with their values.</param>
    /// <param name="keys">The keys that it can have.</param>
    /// <param name="report">The diagnostics of the file.</param>
    public OperationFacts(ScalarSyntax id, MappingSyntax facts, SpecKeySet keys, DiagnosticBag report)
    {
        _map = new SpecMapping(facts, keys, report, id.Span);
        _report = report;
        var verbs = facts.Entries.Where(entry => s_verbs.Contains(entry.Key.Value)).ToList();
        if (verbs.Count == 0)
        {
            report.Add(
                SpecDescriptors.MissingKey,
                id.Span,
                $"the operation {MessageText.Of(id.Value)} needs an HTTP method with a target: "
                    + "add one of get, post, put, patch and delete, such as post: /payments"
            );
        }

        foreach (var extra in verbs.Skip(1))
        {
            report.Add(
                SpecDescriptors.DeclaredTwice,
                extra.Key.Span,
                $"an operation must have one HTTP method: keep {MessageText.Of(verbs[0].Key.Value)} or {MessageText.Of(extra.Key.Value)}",
                report.At(verbs[0].Key.Span));
        }

        Verb = verbs.FirstOrDefault()?.Key;
    }

    public SpecMapping Map => _map;

    /// <summary>The key of the HTTP method; null if it is missing.</summary>
    public ScalarSyntax? Verb { get; }

    public bool IsGet => Verb?.Value == "get";

    public SpecValue? Target => Verb is null ? null : _map.Find(Verb.Value);

    public int Status() => (int)(_map.Require("status")?.Integer(200, 299) ?? (IsGet ? 200 : 202));

    /// <summary>Reports a GET for an operation that changes something.</summary>
    /// <param name="name">The operation.</param>
    public void ReportGet(string name)
    {
        if (IsGet)
        {
            _report.Add(
                SpecDescriptors.NotApplicable,
                Verb!.Span,
                "a GET must not change anything, and programs between the shop and the gateway may repeat it: "
                    + $"write post, put, patch or delete for '{MessageText.Plain(name)}'");
        }
    }

    /// <summary>Reads the path or the name of a link; null if it is missing or reported.</summary>
    public ScalarSyntax? Address()
    {
        if (Target is not { } entry || entry.Scalar() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            || scalar.Value.IndexOf("://", StringComparison.Ordinal) >= 0
            || scalar.Value.StartsWith("//", StringComparison.Ordinal)
        )
        {
            _report.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} is not a target: write {entry.Hint}; the host belongs under 'hosts'");
            return null;
        }

        return scalar;
    }

    public string? Inferred()
    {
        var entry = _map.Find("inferred");
        if (entry?.Value is ScalarSyntax scalar && YamlBoolean.Of(scalar) is not null)
        {
            _report.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} does not state what is inferred: write {entry.Hint}, or remove 'inferred'");
            return null;
        }

        return entry?.Text();
    }

    /// <summary>What the response is about; the usual kind if it is not stated.</summary>
    /// <param name="usual">The kind without <c>result</c>.</param>
    /// <param name="possible">The kinds that the operation can have.</param>
    /// <param name="described">The kinds that the API describes.</param>
    /// <param name="name">The operation.</param>
    public ResultKind Result(ResultKind usual, IReadOnlyList<ResultKind> possible, ICollection<ResultKind> described, string name)
    {
        if (_map.Find("result") is not { } entry)
        {
            return usual;
        }

        if (possible.Count == 1)
        {
            _report.Add(SpecDescriptors.NotApplicable, entry.Key.Span, $"the response of '{name}' is the payment: remove 'result'");
            return usual;
        }

        if (entry.Choice<ResultKind>() is not { } kind)
        {
            return usual;
        }

        var id = KebabCase.Of(kind.ToString());
        if (!possible.Contains(kind))
        {
            var ids = possible.Select(other => KebabCase.Of(other.ToString())).ToList();
            _report.Add(
                SpecDescriptors.NotApplicable,
                entry.Value.Span,
                $"'{name}' cannot result in {Article(id)}: write {string.Join(", ", ids.Take(ids.Count - 1))} or {ids[ids.Count - 1]}");
            return usual;
        }

        if (kind is not (ResultKind.Payment or ResultKind.Nothing) && !described.Contains(kind))
        {
            var example = kind == ResultKind.Acknowledgement ? "{ id: id }" : "{ id: id, status: status, statuses: { pending: [pending] } }";
            _report.Add(
                SpecDescriptors.MissingKey,
                entry.Value.Span,
                $"the response of '{name}' is {Article(id)}, and the API does not describe one: add '{id}' under 'results', such as {id}: {example}");
        }

        return kind;
    }

    /// <param name="known">The statuses of the object that the operation is about.</param>
    public EquatableArray<string> While(IEnumerable<string> known)
    {
        var entry = _map.Find("while");
        var statuses = new HashSet<string>(known, StringComparer.Ordinal);
        var kept = new List<string>();
        if (entry?.Value is SequenceSyntax { Items.Count: 0 })
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                entry.Value.Span,
                "'while' is empty, so the operation would never be available: list the gateway's statuses, or remove 'while' if the status does not matter");
        }

        foreach (var status in entry?.Texts() ?? [])
        {
            if (statuses.Count == 0 || statuses.Contains(status.Value))
            {
                kept.Add(status.Value);
            }
            else
            {
                _report.Add(
                    SpecDescriptors.UnknownName,
                    status.Span,
                    $"{MessageText.Of(status.Value)} is not a status under 'statuses': "
                        + $"{_report.Suggestions.DidYouMean(status.Value, statuses, "list it there under its state")}"
                );
            }
        }

        return kept.ToEquatableArray();
    }

    /// <summary>Whether Content-Type is sent without a body.</summary>
    public bool SendsContentType()
    {
        var entry = _map.Find("content-type-without-body");
        if (IsGet && entry is not null)
        {
            _report.Add(
                SpecDescriptors.NotApplicable,
                entry.Key.Span,
                "a GET has no body and no Content-Type: remove 'content-type-without-body'");
        }

        return !IsGet && (entry?.Boolean() ?? false);
    }

    private static string Article(string id) => (id[0] == 'a' ? "an " : "a ") + id;
}
