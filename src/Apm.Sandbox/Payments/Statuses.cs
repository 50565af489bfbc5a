using Apm.Specs;

namespace Apm.Sandbox;

internal static class Statuses
{
    /// <summary>The gateway's status for a state: the first one that the spec lists; null if it lists none.</summary>
    public static string? TryFirst(this ApiModel api, PaymentState state) =>
        api.Statuses.FirstOrDefault(status => status.State == state)?.Status;

    /// <summary>The type of a webhook about a state; null if the spec has none.</summary>
    public static string? TryFirstType(this ApiModel api, PaymentState state) =>
        api.TryFirst(state) ?? api.Webhooks?.Types.FirstOrDefault(type => type.State == state)?.Status;

    public static PaymentState StateOf(this ApiModel api, string status) =>
        api.Statuses.FirstOrDefault(known => known.Status == status)?.State ?? PaymentState.Unknown;
}
