namespace Apm;

// docs/decisions/errors-and-outcomes.md
/// <summary>
/// A request that changes state was sent or may have been sent, and no response states its outcome. The gateway may have carried
/// it out, or may still do so.
/// </summary>
/// <remarks>
/// The message and <see cref="Recovery"/> state what to do at this gateway, because gateways differ: some refuse a reference that they
/// know, some repeat their first response to a request with the same idempotency key, and at others a second request makes a second
/// payment. After <see cref="ApmRecovery.SameReference"/>, success means that the first request never arrived, unless the gateway has
/// an idempotency header, and <see cref="ApmGatewayException.IsDuplicateReference"/> means that it arrived. Never use a new reference
/// or a new key while the first request may still be carried out.
/// </remarks>
public sealed class ApmOutcomeUnknownException : ApmException
{
    internal ApmOutcomeUnknownException(ApiProfile profile, in ApmCall call, string why, Exception? innerException)
        : this(profile, call, RecoveryAdvice.Of(profile, call), why, innerException)
    {
    }

    internal ApmOutcomeUnknownException(ApiProfile profile, in ApmCall call, ApmRecovery recovery, string why, Exception? innerException)
        : this(profile, call, recovery, recovery == ApmRecovery.RepeatWithKey ? new RepeatableCall(profile, call) : null, why, innerException)
    {
    }

    private ApmOutcomeUnknownException(
        ApiProfile profile,
        in ApmCall call,
        ApmRecovery recovery,
        RepeatableCall? repeatable,
        string why,
        Exception? innerException)
        : base(
            $"'{call.Operation.Id}' may have been sent to {profile.Name}, and its outcome is not known: {why}."
                + RecoveryAdvice.Describe(recovery, profile, call, repeatable?.Before),
            innerException)
    {
        Operation = call.Operation.Id;
        TransactionReference = call.Reference;
        Self = call.Self;
        Recovery = recovery;
        IdempotencyKey = call.IdempotencyKey;
        RepeatBefore = repeatable?.Before;
        Repeatable = repeatable;
    }

    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Pay"/>.</summary>
    public string Operation { get; }

    /// <summary>The shop's reference of the payment request; null for operations on an existing payment.</summary>
    public string? TransactionReference { get; }

    /// <summary>The link to query the payment of the operation; null if there is none.</summary>
    public string? Self { get; }

    /// <summary>What to do at this gateway.</summary>
    public ApmRecovery Recovery { get; }

    /// <summary>The idempotency key of the request; null if it has none.</summary>
    public string? IdempotencyKey { get; }

    /// <summary>When the gateway may no longer know the idempotency key; null unless <see cref="Recovery"/> is
    /// <see cref="ApmRecovery.RepeatWithKey"/>. If the spec does not state how long a key lives, this is five minutes after the first request.</summary>
    public DateTimeOffset? RepeatBefore { get; }

    /// <summary>Always true.</summary>
    public override bool MoneyMayHaveMoved => true;

    internal RepeatableCall? Repeatable { get; }
}
