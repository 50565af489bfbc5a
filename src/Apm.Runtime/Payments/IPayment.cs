using System.ComponentModel;

namespace Apm;

/// <summary>A payment that can be made from a gateway's response.</summary>
/// <typeparam name="TSelf">The payment itself.</typeparam>
public interface IPayment<TSelf>
    where TSelf : Payment, IPayment<TSelf>
{
    /// <summary>Makes the payment. Generated clients call it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create(PaymentResponse response);
}
