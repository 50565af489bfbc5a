namespace Checkout;

/// <summary>What a customer bought, and what is known of its payment.</summary>
internal sealed record Order(string Reference, Money Price)
{
    public PaymentState State { get; init; } = PaymentState.Pending;

    /// <summary>What the gateway is asked for; the customer comes back to the page of the order, however it ends.</summary>
    public AlipayHkPaymentRequest Payment(Uri page) => new()
    {
        TransactionReference = Reference,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Narrative = new() { Line1 = "Mind Palace Ltd" },
            Value = Price,
            PaymentInstrument = new(),
            ResultUrls = new() { Success = page, Pending = page, Failure = page },
        },
    };
}
