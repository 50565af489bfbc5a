using System.Globalization;

namespace QuickStart;

/// <summary>The shop's side: what a merchant's code does with a payment.</summary>
internal sealed class Shop(IWorldpayClient client, Customer customer, TextWriter output)
{
    /// <returns>Whether the money ended where it should.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var order = Order($"ORDER-{DateTimeOffset.UtcNow:yyyyMMdd-HHmmssfff}", Money.FromMajor(128.50m, AlipayHk.Currencies.Hkd));

        Step("1. Pay");
        var payment = await client.PayAsync(order, cancellationToken);
        Say($"{order.Instruction.Value} with {AlipayHk.Name}, reference {order.TransactionReference}");
        Say($"the gateway says: {payment.LastEvent}");

        Step("2. The customer confirms");
        Say(await customer.AuthorizeAsync(payment.Redirect, cancellationToken));

        Step("3. Query until the outcome is known");
        payment = await client.WaitForOutcomeAsync(payment, cancellationToken: cancellationToken);
        Say($"the gateway says: {payment.LastEvent}, so the payment is {payment.State}");
        if (payment.State != PaymentState.Paid)
        {
            Say("no money came; nothing to refund");
            return false;
        }

        Step("4. Refund a part");
        var refund = new WorldpayPartialRefundRequest { Value = Money.FromMajor(28.50m, AlipayHk.Currencies.Hkd), Reference = "RETURN-1" };
        payment = await client.PartialRefundAsync(payment, refund, cancellationToken);
        Say($"{refund.Value} back to the customer; the gateway says: {payment.LastEvent}");
        var isRefunding = payment.State is PaymentState.RefundPending or PaymentState.Refunded;

        Step("5. A request that breaks the rules is not sent");
        try
        {
            // Written as constants, these would not even compile.
            using var keyboard = new StringReader("ORDER 1; 50000.01");
            var typed = keyboard.ReadLine()!.Split("; ");
            await client.PayAsync(
                Order(typed[0], Money.FromMajor(decimal.Parse(typed[1], CultureInfo.InvariantCulture), AlipayHk.Currencies.Hkd)),
                cancellationToken);
            return false;
        }
        catch (ApmValidationException refused)
        {
            foreach (var violation in refused.Violations)
            {
                Say(violation.Message);
            }
        }

        output.WriteLine();
        output.WriteLine(isRefunding ? "Done: paid, and partly refunded." : $"The refund did not start: {payment.LastEvent}.");
        return isRefunding;
    }

    private static AlipayHkPaymentRequest Order(string reference, Money value) => new()
    {
        TransactionReference = reference,
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Narrative = new() { Line1 = "Mind Palace Ltd" },
            Value = value,
            PaymentInstrument = new(),
            ResultUrls = new()
            {
                Success = new("https://shop.example/paid"),
                Pending = new("https://shop.example/pending"),
                Failure = new("https://shop.example/failed"),
            },
        },
    };

    private void Step(string name) => output.WriteLine($"\n{name}");

    private void Say(string what) => output.WriteLine($"   {what}");
}
