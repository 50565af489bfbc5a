using Apm.Specs;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Sandbox.Tests;

public class RefundTests
{
    [Fact]
    public async Task Several_parts_then_the_rest_add_up_to_what_was_paid()
    {
        await using var server = await SandboxServer.StartAsync();
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        var paid = await shop.PaidAsync();
        var payment = server.Gateway.Payments.Single();

        await shop.RefundAsync(paid, 100, payment.Currency);
        await shop.QueryAsync(paid.Self);
        var afterOne = await shop.QueryAsync(paid.Self);
        await shop.RefundAsync(afterOne, 1, payment.Currency);
        await shop.QueryAsync(paid.Self);
        Assert.Equal(101, server.Gateway.Payments.Single().Refunded);

        await shop.RefundAsync(await shop.QueryAsync(paid.Self));
        await shop.QueryAsync(paid.Self);

        Assert.Equal(paid.Status, afterOne.Status);
        Assert.Equal(payment.Captured, server.Gateway.Payments.Single().Refunded);
        Assert.Equal(shop.FirstStatus(PaymentState.Refunded), (await shop.QueryAsync(paid.Self)).Status);
    }

    [Fact]
    public async Task More_than_was_paid_is_refused_at_the_amount()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var paid = await shop.PaidAsync();
        var payment = gateway.Payments.Single();

        var refused = await shop.RefundAsync(paid, payment.Captured + 1, payment.Currency);

        refused.IsError(ErrorKind.InvalidBody);
        Assert.EndsWith("." + shop.Api.Money.AmountName, Assert.Single(refused.WrongPaths), StringComparison.Ordinal);
        Assert.Equal(0, gateway.Payments.Single().Refunded);
    }

    [Fact]
    public async Task Another_currency_is_refused_at_the_currency()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var paid = await shop.PaidAsync();
        var other = shop.Api.Currencies.First(currency => currency != gateway.Payments.Single().Currency);

        var refused = await shop.RefundAsync(paid, 1, other);

        refused.IsError(ErrorKind.InvalidBody);
        Assert.EndsWith("." + shop.Api.Money.CurrencyName, Assert.Single(refused.WrongPaths), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_or_less_cannot_be_refunded()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var paid = await shop.PaidAsync();

        foreach (var amount in new long[] { 0, -1, long.MinValue, long.MaxValue })
        {
            (await shop.RefundAsync(paid, amount, gateway.Payments.Single().Currency)).IsError(ErrorKind.InvalidBody);
        }

        Assert.Equal(0, gateway.Payments.Single().Refunded);
    }

    [Fact]
    public async Task What_was_refunded_in_full_cannot_be_refunded_again()
    {
        var gateway = new Gateway(new() { RefundsTake = TimeSpan.Zero });
        using var shop = new Shop(gateway);
        var paid = await shop.PaidAsync();
        await shop.RefundAsync(paid);

        (await shop.RefundAsync(paid)).IsError(ErrorKind.ActionUnavailable);
        (await shop.RefundAsync(paid, 1, gateway.Payments.Single().Currency)).IsError(ErrorKind.ActionUnavailable);
    }

    [Fact]
    public async Task A_refund_can_take_its_time()
    {
        var clock = new FakeTimeProvider();
        var gateway = new Gateway(new() { RefundsTake = TimeSpan.FromMinutes(5), TimeProvider = clock });
        using var shop = new Shop(gateway);
        var paid = await shop.PaidAsync();
        await shop.RefundAsync(paid);

        await shop.QueryAsync(paid.Self);
        var before = await shop.QueryAsync(paid.Self);
        clock.Advance(TimeSpan.FromMinutes(5));
        var after = await shop.QueryAsync(paid.Self);

        Assert.Equal(shop.FirstStatus(PaymentState.RefundPending), before.Status);
        Assert.Equal(shop.FirstStatus(PaymentState.Refunded), after.Status);
    }

    // Each step is a number: negative queries, 0 refunds the rest, anything else refunds that amount.
    [Fact]
    public async Task No_sequence_of_refunds_gives_back_more_than_was_paid() =>
        await Gen.Select(Gen.Long[1, 5000], Gen.Long[-2, 3000].Array[0, 12], Gen.Bool).SampleAsync(
            async (amount, steps, instant) =>
            {
                var gateway = new Gateway(new() { RefundsTake = instant ? TimeSpan.Zero : null });
                using var shop = new Shop(gateway);
                var currency = shop.Method.Currencies[0];
                var paid = await shop.PaidAsync(Json.With(shop.Request(), shop.Api.Roles.Value, shop.Money(amount, currency)));
                var left = amount;

                foreach (var step in steps)
                {
                    var isOpen = left > 0 && (instant || gateway.Payments.Single().State == PaymentState.Paid);
                    var answer = step < 0 ? await shop.QueryAsync(paid.Self)
                        : step == 0 ? await shop.RefundAsync(paid)
                        : await shop.RefundAsync(paid, step, currency);

                    if (step >= 0)
                    {
                        var isTaken = isOpen && step <= left;
                        Assert.Equal(isTaken, (int)answer.StatusCode < 300);
                        left -= !isTaken ? 0 : step == 0 ? left : step;
                    }

                    var after = gateway.Payments.Single();
                    Assert.Equal((amount, amount - left), (after.Captured, after.Refunded));
                }
            },
            iter: 200);
}
