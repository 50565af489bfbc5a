using Apm.Specs;

namespace Apm.Catalogue.Tests;

/// <summary>Every shipped method from the payment to the last of its operations, at the sandbox, over HTTP.</summary>
public class LifeTests(SandboxFixture sandbox) : IClassFixture<SandboxFixture>
{
    public static TheoryData<string> Ids => ShippedMethods.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_payment_is_made_authorized_and_queried(string spec)
    {
        var shop = new Life(sandbox, spec, sandbox.Server);

        var payment = await shop.PayAsync();
        Assert.Equal(PaymentState.Pending, payment.State);
        await shop.AuthorizeAsync(payment);

        Assert.Equal(shop.IsSale ? PaymentState.Paid : PaymentState.Authorized, await shop.StateAsync(payment));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_offered_operation_is_done(string spec)
    {
        var method = ShippedMethods.Method(spec);
        foreach (var operation in ShippedMethods.Operations(method, offered: true))
        {
            // What can be cancelled is authorized; where there are only sales, for as long as they take.
            var shop = new Life(sandbox, spec, operation.Id == "cancel" && !method.Capabilities.Contains("authorization") ? sandbox.Slow : sandbox.Server);
            var payment = await shop.ReadyForAsync(operation);

            var result = await shop.CallAsync(operation, payment, Examples.Body(spec, operation.Id));

            var isPayment = operation.Result == ResultKind.Payment;
            var expected = operation.Id switch
            {
                "cancel" => PaymentState.Cancelled,
                "refund" => isPayment ? PaymentState.RefundPending : shop.Refunded,
                "partial-refund" => isPayment ? PaymentState.RefundPending : PaymentState.Paid,
                "confirm" => shop.IsSale ? PaymentState.Paid : PaymentState.Authorized,
                _ => PaymentState.Paid,
            };
            Assert.Equal((operation.Id, isPayment, operation.Result == ResultKind.Nothing), (operation.Id, result is Payment, result is null));
            Assert.Equal((operation.Id, isPayment ? expected : payment.State), (operation.Id, (result as Payment ?? payment).State));
            Assert.Equal((operation.Id, expected), (operation.Id, await shop.StateAsync(payment)));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_operation_that_is_not_offered_is_refused(string spec)
    {
        var method = ShippedMethods.Method(spec);
        var offered = ShippedMethods.Operations(method, offered: true).Select(operation => (operation.Verb, operation.Target)).ToList();
        foreach (var operation in ShippedMethods.Operations(method, offered: false))
        {
            var shop = new Life(sandbox, spec, sandbox.Server);
            Assert.Null(shop.Method.Operation(operation.Id));
            Assert.Contains(method.Name, shop.Method.Refusal(operation.Id));

            // A partial refund can have the address of a full one.
            if (offered.Contains((operation.Verb, operation.Target)))
            {
                continue;
            }

            // As good as it can be for the operation, and asked for without the generated client.
            var payment = await shop.PayAsync();
            await shop.AuthorizeAsync(payment);
            var status = operation.While.FirstOrDefault() ?? shop.StatusOf(payment);
            sandbox.Server.Gateway.ChangeStatus(shop.Reference, status);

            Assert.Equal((operation.Id, shop.Unavailable), (operation.Id, await shop.AskAsync(operation, payment)));
            Assert.Equal(status, shop.StatusOf(payment));
        }
    }
}
