namespace Apm.Specs;

/// <summary>The state in which a capability leaves a payment. A client reads it only if the API lists a status for it.</summary>
internal static class OutcomeState
{
    /// <summary>The states that the API file contains, and whether each has a status.</summary>
    public static IReadOnlyDictionary<PaymentState, bool> Declared(SpecMapping api)
    {
        var states = new Dictionary<PaymentState, bool>();
        foreach (var entry in (api.EntryOf("statuses")?.Value as MappingSyntax)?.Entries ?? [])
        {
            if (KebabCase.TryParse<PaymentState>(entry.Key.Value, out var state))
            {
                states[state] = entry.Value is not SequenceSyntax { Items.Count: 0 };
            }
        }

        return states;
    }

    /// <summary>The states of one method, for which statuses of the API can have another state.</summary>
    /// <param name="states">The states of the API.</param>
    /// <param name="api">Null if the API is missing.</param>
    /// <param name="statuses">The statuses that have another state for the method.</param>
    public static IReadOnlyDictionary<PaymentState, bool> OfMethod(
        IReadOnlyDictionary<PaymentState, bool> states,
        ApiModel? api,
        EquatableArray<StatusModel> statuses)
    {
        if (api is null || statuses.IsEmpty || states.Count == 0)
        {
            return states;
        }

        var known = States.Of(api.Statuses, statuses).Select(status => status.State).ToList();
        var all = states.ToDictionary(state => state.Key, state => known.Contains(state.Key));
        foreach (var state in known)
        {
            all[state] = true;
        }

        return all;
    }

    /// <summary>Whether something other than a status of the payment states the outcome: an object of the operation, or the refunded amount.</summary>
    public static bool IsStatedElsewhere(string capability, ApiModel? api) =>
        api?.Operation(capability) is { Result: not ResultKind.Payment } || (capability == OperationId.Refund && api?.Response.Refunded is not null);

    /// <summary>Reports capabilities of a method that lead to a state without a status.</summary>
    /// <param name="capabilities">What the method offers.</param>
    /// <param name="states">The states of the API; empty if they cannot be read.</param>
    /// <param name="report">The diagnostics of the method's file.</param>
    public static void Report(IEnumerable<ScalarSyntax> capabilities, IReadOnlyDictionary<PaymentState, bool> states, DiagnosticBag report)
    {
        foreach (var capability in states.Count == 0 ? [] : capabilities)
        {
            if (Of(capability.Value) is not { } state || (states.TryGetValue(state, out var hasStatus) && (hasStatus || CanKeepStatus(capability.Value))))
            {
                continue;
            }

            var id = KebabCase.Of(state.ToString());
            if (CanKeepStatus(capability.Value))
            {
                report.Add(
                    SpecDescriptors.MissingKey,
                    capability.Span,
                    $"'{capability.Value}' leads to the state {id}, for which the API has no status: add {id} with the gateway's statuses under "
                        + $"'statuses' of its file, or '{id}: []' if payments keep their status; or remove '{capability.Value}' here");
            }
            else
            {
                report.Add(
                    SpecDescriptors.MissingKey,
                    capability.Span,
                    $"'{capability.Value}' leads to the state {id}, for which the API has no status, so no client can see that a payment succeeded: "
                        + $"add {id} with the gateway's statuses under 'statuses' of its file, or remove '{capability.Value}' here");
            }
        }
    }

    // A payment that waits has no status that it could keep after a sale. A state with an empty list is known to have no status.
    private static bool CanKeepStatus(string capability) => capability is not PaymentKind.Sale;

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
