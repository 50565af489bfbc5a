using System.ComponentModel;

namespace Apm;

/// <summary>What a spec has rules for.</summary>
public interface IApmValidatable
{
    /// <summary>Checks everything that the spec says and that can be known before sending. Allocates nothing when all is well.</summary>
    ApmValidationResult Validate();
}

/// <summary>A request for a payment, made from a spec. A generated client's <c>PayAsync</c> takes it.</summary>
/// <typeparam name="TPayment">The payment that comes of it.</typeparam>
public interface IPaymentRequest<TPayment> : IApmValidatable
    where TPayment : Payment, IPayment<TPayment>
{
    /// <summary>Writes the JSON body, as UTF-8.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void WriteTo(ref JsonOutput output);

    /// <summary>The shop's own reference of the payment; null where the request has none.</summary>
    string? Reference { get; }

    /// <summary>The payment method's id, such as <c>wallet</c>.</summary>
    string Method { get; }
}

/// <summary>A payment that can be made from a gateway's answer.</summary>
/// <typeparam name="TSelf">The payment itself.</typeparam>
public interface IPayment<TSelf>
    where TSelf : Payment, IPayment<TSelf>
{
    /// <summary>Makes the payment. Generated clients call it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create(PaymentResponse response);
}
