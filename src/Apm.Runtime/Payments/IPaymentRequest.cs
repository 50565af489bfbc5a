namespace Apm;

/// <summary>A request for a payment, made from a spec. A generated client's <c>PayAsync</c> takes it.</summary>
/// <typeparam name="TPayment">The payment that comes of it.</typeparam>
public interface IPaymentRequest<TPayment> : IApmRequest
    where TPayment : Payment, IPayment<TPayment>
{
    /// <summary>The shop's own reference of the payment; null if the request has none.</summary>
    string? Reference { get; }

    /// <summary>The payment method's id, such as <c>wallet</c>.</summary>
    string Method { get; }
}
