namespace Apm;

/// <summary>
/// The response after a customer's return is about another payment than that of the order. The result of one order must not pay for
/// another: do not deliver.
/// </summary>
public sealed class ApmPaymentMismatchException : ApmException
{
    internal ApmPaymentMismatchException(string operation, string difference, Payment payment)
        : base(
            $"The response to '{operation}' is not about the payment of the order: {difference}. Do not deliver the order. The parameters of the address "
            + "may be those of another customer's return, and the other payment may have been continued: it is in Payment.") =>
        (Operation, Payment) = (operation, payment);

    /// <summary>The id of the operation: <see cref="PaymentOperation.Complete"/>.</summary>
    public string Operation { get; }

    /// <summary>The payment in the response. It is not that of the order.</summary>
    public Payment Payment { get; }

    /// <summary>Always true: the gateway may have continued the other payment.</summary>
    public override bool MoneyMayHaveMoved => true;
}
