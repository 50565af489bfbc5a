namespace Apm;

/// <summary>What a shop stored of the payment of an order, to compare it with the payment that a customer's return continues.</summary>
/// <param name="Reference">The shop's reference of the payment request.</param>
/// <param name="Value">The money of the payment request.</param>
public sealed record ApmOrder(string Reference, Money Value)
{
    /// <summary>The gateway's id of the payment; null if the response to the payment request had none.</summary>
    public string? PaymentId { get; init; }

    /// <summary>The name of the type. Everything else is withheld.</summary>
    public override string ToString() => nameof(ApmOrder);

    /// <summary>What differs between the order and a payment of the gateway; null if the payment is that of the order.</summary>
    internal string? DifferenceTo(Payment payment)
    {
        var (id, reference, value) = (payment.KnownId, payment.GetReference(), payment.GetPaidValue());
        return reference is not null && reference != Reference ? "it has another reference"
            : PaymentId is not null && id is not null && id != PaymentId ? "it has another id"
            : value is not null && value != Value ? "it has another amount"
            : reference is null && (PaymentId is null || id is null) ? "it has neither the reference nor the id of a payment"
            : null;
    }
}
