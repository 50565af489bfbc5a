namespace Apm.Specs;

/// <summary>Reads <c>capabilities</c>: the operations that a method offers, and how it is paid.</summary>
internal static class MethodCapabilities
{
    /// <param name="file">The method file.</param>
    /// <param name="statuses">The statuses that have another state for the method.</param>
    public static EquatableArray<string> Read(MethodFile file, EquatableArray<StatusModel> statuses)
    {
        var capabilities = file.Require("capabilities") is { } entry ? Read(file, entry, statuses) : file.Base.Capabilities;
        ReportRefundLimits(file, capabilities);
        return capabilities;
    }

    private static EquatableArray<string> Read(MethodFile file, SpecValue entry, EquatableArray<StatusModel> statuses)
    {
        var declared = Known(file, entry.Texts());
        var kept = file.Within(declared, file.Base.Capabilities, "capabilities").ToList();
        ReportHowItIsPaid(file, entry, kept);
        if (!file.IsOverlay)
        {
            OutcomeState.Report(
                kept.Where(capability => !OutcomeState.IsStatedElsewhere(capability.Value, file.Base.Api)),
                OutcomeState.OfMethod(file.Base.States, file.Base.Api, statuses),
                file.Diagnostics);
        }

        return kept.Select(capability => capability.Value).ToEquatableArray();
    }

    /// <summary>The operations of the API, with sale and authorization; the others are reported.</summary>
    private static List<ScalarSyntax> Known(MethodFile file, List<ScalarSyntax> declared)
    {
        if (file.Base.Api is not { } api)
        {
            return declared;
        }

        var known = api.Operations.Select(operation => operation.Id).Concat([PaymentKind.Sale, PaymentKind.Authorization]).ToList();
        foreach (var capability in declared.Where(capability => !known.Contains(capability.Value)))
        {
            file.Diagnostics.Add(
                SpecDescriptors.UnknownName,
                capability.Span,
                $"{MessageText.Of(capability.Value)} is not an operation of the API: "
                    + file.Diagnostics.Suggestions.DidYouMean(
                        capability.Value,
                        known,
                        "write one or more of " + MessageText.List(known.Where(id => !OperationId.IsOfApi(id)))));
        }

        return declared.Where(capability => known.Contains(capability.Value)).ToList();
    }

    private static void ReportHowItIsPaid(MethodFile file, SpecValue entry, List<ScalarSyntax> capabilities)
    {
        var kinds = capabilities.Where(capability => capability.Value is PaymentKind.Sale or PaymentKind.Authorization).ToList();
        // Where a capability is wrong, it may be the one that is missing.
        if (kinds.Count == 0 && file.Base.IsKnown && entry.Value is SequenceSyntax list && list.Items.Count == capabilities.Count)
        {
            file.Diagnostics.Add(
                SpecDescriptors.MissingKey,
                entry.Value.Span,
                "'capabilities' does not declare how the method is paid: add sale (paid at once) or authorization (settled later)");
        }
        else if (kinds.Count == 2 && file.Base.Api is { Roles: { Sale: null, Authorization.IsEmpty: true } })
        {
            file.Diagnostics.Add(
                SpecDescriptors.Contradiction,
                kinds[1].Span,
                "no field of a request chooses between sale and authorization: "
                    + "keep one of them, or name the field that chooses as 'sale' under 'payment' of the API, or the condition as 'authorization'");
        }
    }

    private static void ReportRefundLimits(MethodFile file, EquatableArray<string> capabilities)
    {
        if (file.Keys.KeySpan("refund-limits") is { } place
            && (file.Base.Method is not null || file.Keys.KeySpan("capabilities") is not null)
            && !capabilities.Contains(OperationId.Refund)
            && !capabilities.Contains(OperationId.PartialRefund))
        {
            file.Diagnostics.Add(
                SpecDescriptors.Limit,
                place,
                "the method offers no refund, so refund limits have no effect: remove them, or list refund or partial-refund under 'capabilities'");
        }
    }
}
