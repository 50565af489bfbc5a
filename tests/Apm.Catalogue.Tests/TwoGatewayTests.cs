using Apm.Sandbox;

namespace Apm.Catalogue.Tests;

/// <summary>One project has two gateways, and a shop offers one method through either of them.</summary>
public class TwoGatewayTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ideal_is_paid_and_refunded_through_either_gateway(bool usesMollie)
    {
        var gateway = new Gateway();
        using var http = ApmHttpHandler.CreateClient(gateway.CreateHandler());
        Checkout checkout = usesMollie ? new MollieCheckout(http, gateway) : new WorldpayCheckout(http, gateway);

        var payment = await checkout.PayAsync("TEA-2001", Money.FromMajor(22.50m, "EUR"), new("https://teashop.example/orders/2001"));
        await gateway.Customer.AuthorizeAsync(payment.Redirect!);
        var paid = await checkout.QueryAsync(payment.Self!);
        await checkout.RefundAsync(paid, Money.FromMajor(2.50m, "EUR"));

        Assert.Equal((PaymentState.Pending, PaymentState.Paid), (payment.State, paid.State));
        Assert.Equal(250, gateway.Payments.Single(known => known.Reference == "TEA-2001").Refunded);
        Assert.Equal(
            usesMollie ? "mollie/v2/ideal" : "worldpay/2024-07-01/ideal",
            gateway.Payments.Single(known => known.Reference == "TEA-2001").Spec);
    }

    /// <summary>What the rest of the shop knows of a gateway.</summary>
    private abstract class Checkout
    {
        public abstract Task<Payment> PayAsync(string order, Money amount, Uri back);

        public abstract Task<Payment> QueryAsync(string self);

        public abstract Task RefundAsync(Payment payment, Money amount);
    }

    private sealed class MollieCheckout(HttpClient http, Gateway gateway) : Checkout
    {
        private readonly Mollie.MollieClient _client = new(
            http,
            new Mollie.MollieClientOptions { BaseAddress = new("https://mollie.example"), Token = gateway.Credentials.Key });

        public override async Task<Payment> PayAsync(string order, Money amount, Uri back) => await _client.PayAsync(new Mollie.IdealPaymentRequest
        {
            Amount = amount,
            Description = order,
            RedirectUrl = back,
            Metadata = new() { OrderId = order },
        });

        public override async Task<Payment> QueryAsync(string self) => await _client.QueryAsync<Mollie.IdealPayment>(self);

        public override Task RefundAsync(Payment payment, Money amount) =>
            _client.PartialRefundAsync((Mollie.IdealPayment)payment, new Mollie.MolliePartialRefundRequest { Amount = amount });
    }

    private sealed class WorldpayCheckout(HttpClient http, Gateway gateway) : Checkout
    {
        private readonly V2024.WorldpayClient _client = new(http, new V2024.WorldpayClientOptions
        {
            BaseAddress = new("https://worldpay.example"),
            UserName = gateway.Credentials.UserName,
            Password = gateway.Credentials.Password,
        });

        public override async Task<Payment> PayAsync(string order, Money amount, Uri back) => await _client.PayAsync(new V2024.IdealPaymentRequest
        {
            TransactionReference = order,
            Merchant = new() { Entity = "Teashop" },
            Instruction = new()
            {
                Value = amount,
                PaymentInstrument = new(),
                ResultUrls = new() { Success = back, Failure = back, Cancel = back },
            },
        });

        public override async Task<Payment> QueryAsync(string self) => await _client.QueryAsync<V2024.IdealPayment>(self);

        public override Task RefundAsync(Payment payment, Money amount) =>
            _client.PartialRefundAsync((V2024.IdealPayment)payment, new V2024.WorldpayPartialRefundRequest { Value = amount });
    }
}
