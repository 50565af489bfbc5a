namespace Apm.Specs;

/// <summary>The state in which a capability leaves a payment. A client reads it only if the API lists a status for it.</summary>
internal static class OutcomeState
{
    /// <summary>The states that the API file contains. A state with an empty list counts: its author knows that there is no status.</summary>
    public static IReadOnlyList<PaymentState> Declared(SpecMapping api)
    {
        var states = new List<PaymentState>();
        foreach (var entry in (api.EntryOf("statuses")?.Value as MappingSyntax)?.Entries ?? [])
        {
            if (KebabCase.TryParse<PaymentState>(entry.Key.Value, out var state))
            {
                states.Add(state);
            }
        }

        return states;
    }

    /// <summary>Reports capabilities of a method that lead to a state without a status.</summary>
    /// <param name="capabilities">What the method offers.</param>
    /// <param name="states">The states of the API; empty if they cannot be read.</param>
    /// <param name="report">The diagnostics of the method's file.</param>
    public static void Report(IEnumerable<ScalarSyntax> capabilities, IReadOnlyList<PaymentState> states, DiagnosticBag report)
    {
        foreach (var capability in states.Count == 0 ? [] : capabilities)
        {
            if (Of(capability.Value) is { } state && !states.Contains(state))
            {
                var id = KebabCase.Of(state.ToString());
                report.Add(
                    SpecDescriptors.MissingKey,
                    capability.Span,
                    $"'{capability.Value}' leads to the state {id}, for which the API has no status: add {id} with the gateway's statuses under "
                        + $"'statuses' of its file, or '{id}: []' if payments keep their status; or remove '{capability.Value}' here");
            }
        }
    }

    // After a partial refund, gateways can keep the status. After a confirmation, the customer decides.
    private static PaymentState? Of(string capability) => capability switch
    {
        PaymentKind.Sale or OperationId.Settle or OperationId.PartialSettle => PaymentState.Paid,
        PaymentKind.Authorization => PaymentState.Authorized,
        OperationId.Cancel => PaymentState.Cancelled,
        OperationId.Refund => PaymentState.Refunded,
        _ => null,
    };
}
