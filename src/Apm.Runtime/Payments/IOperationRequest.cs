namespace Apm;

/// <summary>A generated request for an operation on a payment. Its body is specific to the payment method.</summary>
/// <typeparam name="TPayment">The type of the method's payments.</typeparam>
public interface IOperationRequest<TPayment> : IApmRequest
    where TPayment : Payment, IPayment<TPayment>
{
    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Refund"/>.</summary>
    string Operation { get; }
}
