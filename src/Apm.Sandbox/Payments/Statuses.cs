using Apm.Specs;

namespace Apm.Sandbox;

internal static class Statuses
{
    /// <summary>The gateway's status for a state: the first one that the spec lists.</summary>
    public static string? TryFirst(this ApiModel api, PaymentState state) =>
        api.Statuses.FirstOrDefault(status => status.State == state)?.Status;

    public static string First(this ApiModel api, PaymentState state) =>
        api.TryFirst(state) ?? api.TryFirst(PaymentState.Unknown) ?? state.ToString();

    public static PaymentState StateOf(this ApiModel api, string status) =>
        api.Statuses.FirstOrDefault(known => known.Status == status)?.State ?? PaymentState.Unknown;
}
