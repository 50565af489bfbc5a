using System.ComponentModel;

namespace Apm;

/// <summary>A payment that can be created from a gateway's response.</summary>
/// <typeparam name="TSelf">The type of the payment.</typeparam>
public interface IPayment<TSelf>
    where TSelf : Payment, IPayment<TSelf>
{
    /// <summary>Creates the payment. Generated clients call it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Create(PaymentResponse response);
}
