using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A refund or a capture of which a webhook tells.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, or that of its acknowledgement.</param>
/// <param name="State">Its state.</param>
/// <param name="Record">Null if the gateway only acknowledged it.</param>
internal sealed record ToldResult(ResultKind Kind, string Id, ResultState State, ResultRecord? Record);
