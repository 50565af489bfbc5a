namespace Apm;

/// <summary>Chooses what a shop does after an unknown outcome, and words it.</summary>
internal static class RecoveryAdvice
{
    public static ApmRecovery Of(ApiProfile profile, in ApmCall call)
    {
        if (call.Keyed is not null)
        {
            return ApmRecovery.RepeatWithKey;
        }

        if (call.Operation.Id == PaymentOperation.Pay)
        {
            var isSafe = profile.Recovery is { } declared
                ? declared == ApmRecovery.SameReference
                : profile is not { IdempotencyHeader: null, DuplicateReferenceError: null };
            return call.Reference is null ? WithoutRepetition(profile)
                : isSafe ? ApmRecovery.SameReference
                : profile.Recovery == ApmRecovery.FindByReference ? ApmRecovery.FindByReference
                : WithoutRepetition(profile);
        }

        if (call.Operation.Id == PaymentOperation.Complete && profile.Recovery == ApmRecovery.FindByReference)
        {
            return ApmRecovery.FindByReference;
        }

        return call.Self is not null && profile.HasQuery ? ApmRecovery.QueryPayment : WithoutRepetition(profile);
    }

    /// <summary>For a call whose key the gateway no longer knows.</summary>
    public static ApmRecovery AfterKey(ApiProfile profile, in ApmCall call) =>
        call.Self is not null && profile.HasQuery ? ApmRecovery.QueryPayment : WithoutRepetition(profile);

    public static string Describe(ApmRecovery recovery, ApiProfile profile, in ApmCall call, DateTimeOffset? before) => recovery switch
    {
        ApmRecovery.QueryPayment => " Query the payment by its self link before you send the request again.",
        ApmRecovery.FindByReference when call.Operation.Id == PaymentOperation.Complete =>
            $" Call FindAsync with the reference ({SafeText.Code(call.Values!.Order!.Reference)}) and use the payment that it returns.",
        ApmRecovery.FindByReference =>
            $" Call FindAsync with the reference ({SafeText.Code(call.Reference!)}) before you send it again: a payment that is found is the first one.",
        ApmRecovery.AwaitWebhook => " Wait for the webhook of the gateway, and do not send the request again: the gateway could carry it out twice.",
        ApmRecovery.RepeatWithKey => $" Call RepeatAsync with this exception before {before:u}: it sends the same body with the same idempotency key "
            + $"({SafeText.Code(call.Keyed!.Key)}), and the gateway carries it out once. Never send it with a new key.",
        // The header comes before the error: if a gateway has both, success proves nothing about the first request.
        ApmRecovery.SameReference => $" Send it again with the same reference ({SafeText.Code(call.Reference!)}), never with a new one: "
            + (profile.IdempotencyHeader is null
                ? "success means that the first request never arrived; a duplicate reference means that it arrived."
                : "the gateway carries it out once, and a success may be the response to the first request."),
        _ => " Check the payment at the gateway before you send the request again.",
    };

    private static ApmRecovery WithoutRepetition(ApiProfile profile) => profile.HasWebhooks ? ApmRecovery.AwaitWebhook : ApmRecovery.CheckAtGateway;
}
