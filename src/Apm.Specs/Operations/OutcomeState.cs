namespace Apm.Specs;

/// <summary>The state in which an operation leaves a payment. A client reads it only if the API lists a status for it.</summary>
internal static class OutcomeState
{
    /// <summary>Reports operations of an API that lead to a state without a status.</summary>
    public static void Check(SpecMapping api)
    {
        if (api.EntryOf("statuses")?.Value is not MappingSyntax statuses
            || statuses.Entries.Any(entry => !KebabCase.TryParse<PaymentState>(entry.Key.Value, out _)))
        {
            // A misspelt state is the mistake.
            return;
        }

        if ((api.EntryOf("response")?.Value as MappingSyntax)?.Find("redirect") is { } redirect)
        {
            Check(redirect.Key, PaymentState.Pending, "sends customers to a page while the payment is in the state", statuses, api.Diagnostics);
        }

        foreach (var operation in ((api.EntryOf("operations")?.Value as MappingSyntax)?.Entries ?? []).Select(entry => entry.Key))
        {
            if (Of(operation.Value) is { } state)
            {
                Check(operation, state, "leads to the state", statuses, api.Diagnostics);
            }
        }
    }

    private static void Check(ScalarSyntax key, PaymentState state, string why, MappingSyntax statuses, DiagnosticBag report)
    {
        if (statuses.Find(Id(state)) is null)
        {
            report.Add(
                SpecDescriptors.MissingKey,
                key.Span,
                $"'{key.Value}' {why} {Id(state)}, but 'statuses' does not contain it: "
                    + $"add {Id(state)} with the gateway's statuses there, or '{Id(state)}: []' if the gateway has no status for it");
        }
    }

    /// <summary>Reports the kinds of payment that a method offers and for which its API has no status.</summary>
    public static void Check(IEnumerable<ScalarSyntax> capabilities, ApiModel api, DiagnosticBag report)
    {
        foreach (var kind in capabilities.Where(capability => capability.Value is PaymentKind.Sale or PaymentKind.Authorization))
        {
            if (Of(kind.Value) is { } state && !api.Statuses.IsEmpty && api.Statuses.All(status => status.State != state))
            {
                report.Add(
                    SpecDescriptors.MissingKey,
                    kind.Span,
                    $"'{kind.Value}' leads to the state {Id(state)}, but the API has no status for it: "
                        + $"add {Id(state)} with the gateway's statuses under 'statuses' of its file, or remove '{kind.Value}'");
            }
        }
    }

    // After a partial refund, most gateways keep the status. After a confirmation, the customer decides.
    private static PaymentState? Of(string capability) => capability switch
    {
        PaymentKind.Sale or OperationId.Settle or OperationId.PartialSettle => PaymentState.Paid,
        PaymentKind.Authorization => PaymentState.Authorized,
        OperationId.Cancel => PaymentState.Cancelled,
        OperationId.Refund => PaymentState.Refunded,
        _ => null,
    };

    private static string Id(PaymentState state) => KebabCase.Of(state.ToString());
}
