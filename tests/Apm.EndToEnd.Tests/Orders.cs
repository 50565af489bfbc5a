namespace Apm.EndToEnd.Tests;

/// <summary>Requests that the spec allows, for tests to break in one place.</summary>
internal static class Orders
{
    private static int s_last;

    public static string NewReference() => "ORDER-" + Interlocked.Increment(ref s_last);

    public static AlipayHkPaymentRequest Valid(string? reference = null) => new()
    {
        TransactionReference = reference ?? NewReference(),
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Narrative = new() { Line1 = "Mind Palace Ltd" },
            Value = new Money(12850, AlipayHk.Currencies.Hkd),
            PaymentInstrument = new()
            {
                SuccessUrl = new("https://shop.example/paid?order=1"),
                PendingUrl = new("https://shop.example/pending"),
                FailureUrl = new("https://shop.example/failed"),
            },
        },
    };

    public static AlipayHkPaymentRequest With(this AlipayHkPaymentRequest request, Money value) =>
        request with { Instruction = request.Instruction with { Value = value } };
}
