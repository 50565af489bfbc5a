namespace Apm;

/// <summary>A request for an operation on a payment whose body is the payment method's own, made from a spec.</summary>
/// <typeparam name="TPayment">The payment of the method.</typeparam>
public interface IOperationRequest<TPayment> : IApmRequest
    where TPayment : Payment, IPayment<TPayment>
{
    /// <summary>The id of the operation, such as <see cref="PaymentOperation.Refund"/>.</summary>
    string Operation { get; }
}
