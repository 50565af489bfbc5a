namespace Apm;

// docs/decisions/errors-and-outcomes.md
/// <summary>
/// A request that changes state was sent or may have been sent, and no response states its outcome. The gateway may have carried
/// it out, or may still do so.
/// </summary>
/// <remarks>
/// The message states what to do at this gateway. After a payment, there are three cases. If the gateway refuses a reference that
/// it knows, send the request again with the same reference: success means that the first request never arrived, and
/// <see cref="ApmGatewayException.IsDuplicateReference"/> means that it arrived. If the gateway has an idempotency header, send the
/// request again with the same reference too: success may be the response to the first request. If the gateway has neither, a
/// second request may make a second payment: check at the gateway first. Never use a new reference while the first request may
/// still be carried out. After a refund, settlement, cancellation or confirmation, query the payment by <see cref="Self"/>.
/// </remarks>
public sealed class ApmOutcomeUnknownException : ApmException
{
    internal ApmOutcomeUnknownException(ApiProfile profile, string operation, string? transactionReference, string? self, string why, Exception? innerException)
        : base(Describe(profile, operation, transactionReference, self, why), innerException)
    {
        Operation = operation;
        TransactionReference = transactionReference;
        Self = self;
    }

    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Pay"/>.</summary>
    public string Operation { get; }

    /// <summary>The shop's reference of the payment request; null for operations on an existing payment.</summary>
    public string? TransactionReference { get; }

    /// <summary>The link to query the payment of the operation; null if there is none.</summary>
    public string? Self { get; }

    /// <summary>Always true.</summary>
    public override bool MoneyMayHaveMoved => true;

    private static string Describe(ApiProfile profile, string operation, string? transactionReference, string? self, string why)
    {
        var text = $"'{operation}' may have been sent to {profile.Name}, and its outcome is not known: {why}.";
        if (self is not null)
        {
            return text + " Query the payment by its self link before you send the request again.";
        }

        if (transactionReference is null || profile is { IdempotencyHeader: null, DuplicateReferenceError: null })
        {
            return text + " Check the payment at the gateway before you send the request again.";
        }

        // The header comes before the error: if a gateway has both, success proves nothing about the first request.
        return text + $" Send it again with the same reference ({SafeText.Code(transactionReference)}), never with a new one: "
            + (profile.IdempotencyHeader is null
                ? "success means that the first request never arrived; a duplicate reference means that it arrived."
                : "the gateway carries it out once, and a success may be the response to the first request.");
    }
}
