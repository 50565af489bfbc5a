namespace Apm;

/// <summary>
/// A request that moves money was sent, and no answer says what became of it. It may have been carried out, or may be yet.
/// </summary>
/// <remarks>
/// After a payment: call the client again with the same reference, or wait for the event that carries it. Success means
/// that the first request never arrived; <see cref="ApmGatewayException.IsDuplicateReference"/> means that it did. Never
/// use a new reference while the first may live. After a refund, settlement, cancellation or confirmation: query the
/// payment by <see cref="Self"/>.
/// </remarks>
public sealed class ApmOutcomeUnknownException : ApmException
{
    internal ApmOutcomeUnknownException(string api, string operation, string? transactionReference, string? self, string why, Exception? innerException)
        : base(Describe(api, operation, transactionReference, self, why), innerException)
    {
        Operation = operation;
        TransactionReference = transactionReference;
        Self = self;
    }

    /// <summary>What the shop wanted, such as <c>pay</c>.</summary>
    public string Operation { get; }

    /// <summary>The shop's reference of the payment that was asked for; null for operations on a payment that exists.</summary>
    public string? TransactionReference { get; }

    /// <summary>The link to query the payment on which the operation was asked for; null where there is none.</summary>
    public string? Self { get; }

    /// <summary>Always true.</summary>
    public override bool MoneyMayHaveMoved => true;

    private static string Describe(string api, string operation, string? transactionReference, string? self, string why)
    {
        var text = $"'{operation}' was sent to {api}, but its outcome is not known: {why}.";
        if (self is not null)
        {
            return text + " Query the payment by its self link to see what became of it, before anything is sent again.";
        }

        return transactionReference is not null
            ? text + $" Send it again with the same reference ({SafeText.Code(transactionReference)}), never with a new one: success means that the first never arrived, a duplicate reference that it did."
            : text + " Find out at the gateway before anything is sent again.";
    }
}
