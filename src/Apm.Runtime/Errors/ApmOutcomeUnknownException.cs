namespace Apm;

// docs/decisions/errors-and-outcomes.md
/// <summary>
/// A request that changes state was sent or may have been sent, and no answer says what became of it. It may have been carried
/// out, or may be yet.
/// </summary>
/// <remarks>
/// The message says what to do at this gateway. After a payment: where the gateway refuses a reference that it knows,
/// send it again with the same reference; success means that the first request never arrived,
/// <see cref="ApmGatewayException.IsDuplicateReference"/> that it did. Where it has an idempotency header, send it again
/// with the same reference too; success may be the first request's answer. Where it has neither, a repetition may be a
/// second payment: find out at the gateway first. Never use a new reference while the first may live. After a refund,
/// settlement, cancellation or confirmation: query the payment by <see cref="Self"/>.
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

    /// <summary>The shop's reference of the payment that was asked for; null for operations on a payment that exists.</summary>
    public string? TransactionReference { get; }

    /// <summary>The link to query the payment on which the operation was asked for; null where there is none.</summary>
    public string? Self { get; }

    /// <summary>Always true.</summary>
    public override bool MoneyMayHaveMoved => true;

    private static string Describe(ApiProfile profile, string operation, string? transactionReference, string? self, string why)
    {
        var text = $"'{operation}' may have been sent to {profile.Name}, and its outcome is not known: {why}.";
        if (self is not null)
        {
            return text + " Query the payment by its self link to see what became of it, before anything is sent again.";
        }

        if (transactionReference is null || profile is { IdempotencyHeader: null, DuplicateReferenceError: null })
        {
            return text + " Find out at the gateway before anything is sent again.";
        }

        // The header before the error: where a gateway has both, success proves nothing about the first request.
        return text + $" Send it again with the same reference ({SafeText.Code(transactionReference)}), never with a new one: "
            + (profile.IdempotencyHeader is null
                ? "success means that the first never arrived, a duplicate reference that it did."
                : "the gateway carries it out once, and success may be the first one's answer repeated.");
    }
}
