using System.ComponentModel;

namespace Apm;

/// <summary>A request for an operation on a payment whose body is the payment method's own, made from a spec.</summary>
/// <typeparam name="TPayment">The payment of the method.</typeparam>
public interface IOperationRequest<TPayment>
    where TPayment : Payment, IPayment<TPayment>
{
    /// <summary>Checks everything that the spec says and that can be known before sending. Allocates nothing when all is well.</summary>
    ApmValidationResult Validate();

    /// <summary>Writes the JSON body, as UTF-8.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void WriteTo(ref JsonOutput output);

    /// <summary>The operation's id, such as <c>refund</c>.</summary>
    string Operation { get; }
}
