namespace Apm.Specs;

/// <summary>Reads <c>recovery</c> of an API file.</summary>
internal sealed class RecoveryBinder(SpecMapping api, RequestHeaders headers)
{
    // A key that the client creates is a UUID.
    private const int CreatedLength = 36;
    private const int MaxLength = 1000;

    private readonly DiagnosticBag _report = api.Diagnostics;

    /// <summary>Whether an API file declares an idempotency key.</summary>
    public static bool HasKey(SpecMapping api) => api.EntryOf("recovery")?.Value is MappingSyntax recovery && recovery.Find("idempotency-key") is not null;

    /// <param name="operations">The operations on payments.</param>
    /// <param name="errors">The errors of the API.</param>
    /// <param name="request">The payment request.</param>
    public RecoveryModel? Bind(EquatableArray<OperationModel> operations, ErrorModel errors, FieldModel request)
    {
        var entry = api.Find("recovery");
        var withKey = operations
            .Where(operation => operation.Names.Concat(operation.Id == OperationId.Pay ? request.ConstNames() : []).Contains(ValueName.Key))
            .Select(operation => operation.Id)
            .ToList();
        var recovery = entry is null ? null : Read(entry, operations, withKey);
        if (recovery is not null && api.KeySpan("idempotency-header") is { } header)
        {
            _report.Add(
                SpecDescriptors.Contradiction,
                entry!.Key.Span,
                "'idempotency-header' sends the reference as the key, and 'recovery' names another way: remove one of them",
                _report.At(header));
        }

        if (recovery is { Kind: RecoveryKind.DuplicateReference } && errors.Code(ErrorKind.DuplicateReference) is null)
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                entry!.Value.Span,
                "a used reference is recognized by its error: add 'duplicate-reference' under 'codes' of 'errors', such as { status: 409, name: duplicate }");
        }

        if (recovery is { Kind: RecoveryKind.QueryByReference } && operations.All(operation => operation.Id != OperationId.Find))
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                entry!.Value.Span,
                "the payment is found by its reference, and the API has no operation for it: add 'find' under 'operations', "
                    + "such as find: { get: '/payments?reference={reference}', status: 200 }");
        }

        ReportKeyErrors(recovery);
        return recovery;
    }

    private RecoveryModel? Read(SpecValue entry, EquatableArray<OperationModel> operations, IReadOnlyList<string> withKey)
    {
        if (entry.Value is MappingSyntax mapping)
        {
            var map = new SpecMapping(mapping, SpecKeys.Recovery, _report, entry.Key.Span);
            return map.Require("idempotency-key") is { } key && key.Mapping() is { } facts
                ? new RecoveryModel(
                    RecoveryKind.IdempotencyKey,
                    Key(new SpecMapping(facts, SpecKeys.IdempotencyKey, _report, key.Key.Span), operations, withKey))
                : null;
        }

        switch (entry.Text())
        {
            case null:
                return null;
            case "duplicate-reference":
                return new RecoveryModel(RecoveryKind.DuplicateReference, null);
            case "query-by-reference":
                return new RecoveryModel(RecoveryKind.QueryByReference, null);
            case "none":
                return new RecoveryModel(RecoveryKind.None, null);
            case var other:
                _report.Add(SpecDescriptors.WrongKind, entry.Value.Span, $"{MessageText.Of(other)} is not a recovery: write {entry.Hint}");
                return null;
        }
    }

    private IdempotencyKeyModel Key(SpecMapping map, EquatableArray<OperationModel> operations, IReadOnlyList<string> withKey)
    {
        var header = ApiConnectionBinder.HeaderName(map.Find("header"), headers, "recovery");
        var on = Operations(map.Find("on"), operations);
        if (map.EntryOf("header") is null)
        {
            foreach (var id in on.IsEmpty ? [OperationId.Pay] : on.AsEnumerable())
            {
                ReportWithoutKey(map, id, withKey);
            }

            on = on.IsEmpty ? withKey.ToEquatableArray() : on;
        }

        return new IdempotencyKeyModel
        {
            Header = header ?? (map.EntryOf("header") is null ? null : "Idempotency-Key"),
            Length = Length(map.Find("length")),
            LivesSeconds = map.Find("lives") is { } lives ? DurationText.Read(lives) : null,
            Operations = on,
        };
    }

    private void ReportWithoutKey(SpecMapping map, string operation, IReadOnlyList<string> withKey)
    {
        if (!withKey.Contains(operation))
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                map.Place,
                $"the key of '{operation}' is sent nowhere: add 'header:' with the name of a request header, "
                    + "or a member with the key to the body, such as requestId: { const: $key }");
        }
    }

    private LengthModel? Length(SpecValue? entry)
    {
        if (entry is null || RangeText.Read(entry, 1, MaxLength) is not { } range)
        {
            return null;
        }

        if (range.Min > CreatedLength || range.Max < CreatedLength)
        {
            _report.Add(
                SpecDescriptors.WrongKind,
                entry.Value.Span,
                $"a key that the client creates is a UUID with {CreatedLength} characters: write a length that allows {CreatedLength}");
            return null;
        }

        return new LengthModel((int)(range.Min ?? 1), (int?)range.Max);
    }

    private EquatableArray<string> Operations(SpecValue? entry, EquatableArray<OperationModel> operations)
    {
        var ids = operations.Select(operation => operation.Id).ToList();
        var kept = new List<string>();
        foreach (var id in entry?.Texts() ?? [])
        {
            if (id.Value is OperationId.Query or OperationId.Find)
            {
                _report.Add(SpecDescriptors.NotApplicable, id.Span, "a query changes nothing, so it needs no key: remove it");
            }
            else if (!ids.Contains(id.Value))
            {
                _report.Add(
                    SpecDescriptors.UnknownName,
                    id.Span,
                    $"{MessageText.Of(id.Value)} is not an operation of the API: "
                        + _report.Suggestions.DidYouMean(id.Value, ids, "write one of " + MessageText.List(ids)));
            }
            else
            {
                kept.Add(id.Value);
            }
        }

        if (entry is not null && !kept.Contains(OperationId.Pay) && entry.Value is SequenceSyntax)
        {
            _report.Add(SpecDescriptors.MissingKey, entry.Key.Span, "'on' must contain pay: a payment without a key cannot be recovered");
        }

        return kept.ToEquatableArray();
    }

    private void ReportKeyErrors(RecoveryModel? recovery)
    {
        if (recovery is { Kind: RecoveryKind.IdempotencyKey } || (api.EntryOf("recovery") is not null && recovery is null))
        {
            return;
        }

        var codes = ((api.EntryOf("errors")?.Value as MappingSyntax)?.Find("codes")?.Value as MappingSyntax)?.Entries ?? [];
        foreach (var code in codes.Where(code => code.Key.Value is "key-reused" or "key-in-use"))
        {
            _report.Add(
                SpecDescriptors.NotApplicable,
                code.Key.Span,
                $"'{code.Key.Value}' applies only to an idempotency key: remove it, or declare the key under 'recovery'");
        }
    }
}
