using System.Net;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

public class ConcurrencyTests
{
    [Fact]
    public async Task One_reference_posted_many_times_at_once_makes_one_payment()
    {
        await using var server = await SandboxServer.StartAsync();
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        var request = shop.Request();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.PayAsync(request)));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.Created), answer => answer.IsError(ErrorKind.DuplicateReference));
        Assert.Single(server.Gateway.Payments);
        Assert.Equal(20, server.Received["pay"]);
    }

    [Fact]
    public async Task Refunds_at_once_never_give_back_more_than_was_paid()
    {
        await using var server = await SandboxServer.StartAsync(new() { RefundsTake = TimeSpan.Zero });
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        var paid = await shop.PaidAsync();
        var payment = server.Gateway.Payments.Single();
        var part = (payment.Captured / 3) + 1;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.RefundAsync(paid, part, payment.Currency)));

        Assert.Equal(2, answers.Count(answer => (int)answer.StatusCode < 300));
        Assert.Equal(2 * part, server.Gateway.Payments.Single().Refunded);
    }

    [Fact]
    public async Task Different_payments_do_not_disturb_each_other()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);

        var paid = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => shop.PaidAsync())));

        Assert.Equal(50, paid.Select(payment => payment.Id).Distinct().Count());
        Assert.All(gateway.Payments, payment => Assert.Equal(PaymentState.Paid, payment.State));
    }
}
