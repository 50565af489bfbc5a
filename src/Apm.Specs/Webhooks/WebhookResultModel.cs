namespace Apm.Specs;

/// <summary>Webhooks about a refund or about a capture.</summary>
/// <param name="Kind"><see cref="ResultKind.Refund"/> or <see cref="ResultKind.Capture"/>.</param>
/// <param name="Id">The path of the id; null where the webhook contains the object.</param>
/// <param name="At">The path of the object, which is read as in a response; null where the types give the state.</param>
/// <param name="Types">The types, with their states unless there is an object.</param>
public sealed record WebhookResultModel(ResultKind Kind, string? Id, string? At, EquatableArray<ResultTypeModel> Types);

/// <param name="State">The state of the refund or capture; <see cref="ResultState.Unknown"/> where the object has it.</param>
public sealed record ResultTypeModel(string Type, ResultState State)
{
    /// <summary>All must hold.</summary>
    public EquatableArray<MemberConditionModel> When { get; init; }
}
