namespace Apm.Specs;

/// <summary>An operation beside <c>pay</c> and <c>query</c>, as one method offers it.</summary>
/// <param name="Id">The id of the API's operation.</param>
/// <param name="Body">The root object of the body, with the method's currencies and limits; null where the request has no body.</param>
/// <param name="Rules">What ties fields of the body together: the API's rules that the method can break, then its own.</param>
/// <param name="HasOwnBody">The method adds fields to the API's body, or narrows it.</param>
/// <param name="WithinDays">How long after the payment it can be asked for; null where the source does not state it. Information: never checked.</param>
public sealed record MethodOperationModel(string Id, FieldModel? Body, EquatableArray<RuleModel> Rules, bool HasOwnBody, int? WithinDays);
