namespace Apm.Specs;

/// <summary>A webhook that a successful payment of a method causes.</summary>
/// <param name="Type">A type of the API that has members of its own.</param>
/// <param name="When">All of these must hold for the request; empty where every payment causes the webhook.</param>
/// <param name="Members">The names of the members that the webhook has.</param>
public sealed record MethodEventModel(string Type, EquatableArray<ConditionModel> When, EquatableArray<string> Members);
