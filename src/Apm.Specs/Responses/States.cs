namespace Apm.Specs;

/// <summary>What statuses of a gateway, or types of its webhooks, mean for one method.</summary>
public static class States
{
    /// <summary>The statuses of a method: its own precede those of the API, which they replace.</summary>
    /// <param name="api">The statuses of the API.</param>
    /// <param name="method">The statuses that have another state for the method.</param>
    public static IReadOnlyList<StatusModel> Of(IEnumerable<StatusModel> api, EquatableArray<StatusModel> method) =>
        method.IsEmpty
            ? [.. api]
            : [.. method, .. api.Where(status => !method.Any(own => own.Status == status.Status && (own.When.IsEmpty || own.When == status.When)))];

    /// <summary>Those with conditions precede those without.</summary>
    /// <param name="statuses">All statuses.</param>
    /// <param name="status">The status of a response.</param>
    /// <param name="holds">Whether a condition holds for the response.</param>
    public static PaymentState Of(IReadOnlyCollection<StatusModel> statuses, string? status, Func<MemberConditionModel, bool> holds) =>
        (statuses.FirstOrDefault(known => known.Status == status && !known.When.IsEmpty && known.When.All(holds))
            ?? statuses.FirstOrDefault(known => known.Status == status && known.When.IsEmpty))?.State ?? PaymentState.Unknown;
}
