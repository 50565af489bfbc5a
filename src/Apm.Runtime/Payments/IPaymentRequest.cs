namespace Apm;

/// <summary>A generated request for a payment. Pass it to <c>PayAsync</c> of a generated client.</summary>
/// <typeparam name="TPayment">The type of the method's payments.</typeparam>
public interface IPaymentRequest<TPayment> : IApmRequest
    where TPayment : Payment, IPayment<TPayment>
{
    /// <summary>The shop's own reference of the payment; null if the request has none.</summary>
    string? Reference { get; }

    /// <summary>The money of the payment; null if no operation of the API needs it.</summary>
    Money? Value => null;

    /// <summary>The payment method's id, such as <c>wallet</c>.</summary>
    string Method { get; }
}
