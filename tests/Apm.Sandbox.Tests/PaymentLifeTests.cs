using System.Net;
using Apm.Specs;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Sandbox.Tests;

public class PaymentLifeTests
{
    [Fact]
    public async Task A_sale_that_takes_a_while_can_be_cancelled_until_then()
    {
        var clock = new FakeTimeProvider();
        var gateway = new Gateway(
            new()
            {
                Specs = ForeignSpec.Changed("capabilities: [sale, refund, partial-refund]", "capabilities: [sale, cancel, refund]"),
                SalesTake = TimeSpan.FromHours(3),
                TimeProvider = clock,
            }
        );
        using var shop = new Shop(gateway, method: gateway.Methods.Single(method => method.Id == "paybean"));

        var cancelled = await shop.PaidAsync();
        Assert.Equal("held", cancelled.Status);
        Assert.Equal("void", (await shop.SendAsync(HttpMethod.Post, cancelled.Link("void"))).Status);

        var taken = await shop.PaidAsync();
        clock.Advance(TimeSpan.FromHours(3));
        (await shop.SendAsync(HttpMethod.Post, taken.Link("void"))).IsError(ErrorKind.ActionUnavailable);
        Assert.Equal("done", (await shop.QueryAsync(taken.Self)).Status);
        Assert.Equal("void", (await shop.QueryAsync(cancelled.Self)).Status);
    }

    [Fact]
    public async Task Every_packed_method_of_a_gateway_with_links_is_paid_over_http()
    {
        await using var server = await SandboxServer.StartAsync();
        var withLinks = server.Gateway.Apis.Where(api => !api.Response.Actions.IsEmpty).Select(api => api.Id).ToList();
        foreach (var method in server.Gateway.Methods.Where(method => withLinks.Contains(method.Api)))
        {
            using var shop = new Shop(server.Gateway, server.BaseAddress, method);
            var request = shop.Request();

            var payment = await shop.PayAsync(request);

            Assert.Equal(shop.Api.Operation("pay")!.SuccessStatus, (int)payment.StatusCode);
            Assert.Equal(shop.FirstStatus(PaymentState.Pending), payment.Status);
            Assert.StartsWith(server.BaseAddress.ToString(), payment.Self, StringComparison.Ordinal);
            Assert.True(payment.Id.Length > 100);
            Assert.Equal(
                shop.Api.Operations.Where(operation => method.Operation(operation.Id) is not null && operation.While.Contains(payment.Status))
                    .Select(operation => operation.Target),
                payment.Links);

            var landed = await (
                payment.Redirect.Length > 0
                    ? server.Customer.AuthorizeAsync(payment.Redirect)
                    : server.Customer.AuthorizeAsync(server.Gateway.PageOf(payment.Id)));

            var success = shop.Api.Roles.Returns.First(role => role.State == PaymentState.Paid).Path;
            Assert.Equal(Json.Find(request, success)?.GetValue<string>(), landed?.OriginalString);
            var paid = await shop.QueryAsync(payment.Self);
            var state = method.Capabilities.Contains("authorization") ? PaymentState.Authorized : PaymentState.Paid;
            Assert.Equal(shop.FirstStatus(state), paid.Status);
            Assert.Equal(payment.Id, paid.Id);
            Assert.Equal(shop.Api.Operation("query")!.SuccessStatus, (int)paid.StatusCode);
        }
    }

    [Fact]
    public async Task A_paid_payment_offers_what_its_method_can_do_and_no_more()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);

        var paid = await shop.PaidAsync();

        var offered = shop.Api.Operations
            .Where(operation => operation.TargetIsLink && shop.Method.Capabilities.Contains(operation.Id) && operation.While.Contains(paid.Status))
            .Select(operation => operation.Target);
        Assert.Equal(offered.Distinct().Order(), paid.Links.Order());
    }

    [Fact]
    public async Task A_full_refund_is_under_way_until_it_was_queried_once()
    {
        await using var server = await SandboxServer.StartAsync();
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        var paid = await shop.PaidAsync();

        var refund = await shop.RefundAsync(paid);

        Assert.Equal(shop.Api.Operation("refund")!.SuccessStatus, (int)refund.StatusCode);
        Assert.Equal(shop.FirstStatus(PaymentState.RefundPending), refund.Status);
        Assert.Empty(refund.Links);
        Assert.Equal(shop.FirstStatus(PaymentState.RefundPending), (await shop.QueryAsync(paid.Self)).Status);
        Assert.Equal(shop.FirstStatus(PaymentState.Refunded), (await shop.QueryAsync(paid.Self)).Status);
    }

    [Theory]
    [InlineData(PaymentState.Failed)]
    [InlineData(PaymentState.Pending)]
    public async Task A_customer_who_does_not_pay_lands_where_the_shop_wanted(PaymentState outcome)
    {
        await using var server = await SandboxServer.StartAsync();
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        var request = shop.Request();
        var payment = await shop.PayAsync(request);

        var landed = outcome == PaymentState.Failed
            ? await server.Customer.FailAsync(payment.Redirect)
            : await server.Customer.LeavePendingAsync(payment.Redirect);

        var path = shop.Api.Roles.Returns.First(role => role.State == outcome).Path;
        Assert.Equal(Json.Text(request, path), landed!.OriginalString);
        var after = await shop.QueryAsync(payment.Self);
        Assert.Equal(shop.FirstStatus(outcome), after.Status);
        Assert.Empty(after.Links);
    }

    [Fact]
    public async Task A_payment_left_pending_can_be_paid_later()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var payment = await shop.PayAsync();
        await gateway.Customer.LeavePendingAsync(payment.Redirect);

        await gateway.Customer.AuthorizeAsync(payment.Redirect);

        Assert.Equal(shop.FirstStatus(PaymentState.Paid), (await shop.QueryAsync(payment.Self)).Status);
    }

    [Fact]
    public async Task A_test_can_give_a_payment_any_status()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var paid = await shop.PaidAsync();

        gateway.ChangeStatus(paid.Self, "never seen before");

        Assert.Equal("never seen before", (await shop.QueryAsync(paid.Self)).Status);
        Assert.Equal(PaymentState.Unknown, gateway.Payments.Single().State);
        Assert.Throws<KeyNotFoundException>(() => gateway.ChangeStatus("nothing", "settled"));
    }

    [Fact]
    public async Task Answers_carry_a_correlation_id_of_their_own()
    {
        var gateway = new Gateway();
        using var shop = new Shop(gateway);
        var header = shop.Api.Errors.CorrelationHeader!;

        var answers = new[] { await shop.PayAsync(), await shop.PayAsync(), await shop.SendAsync(HttpMethod.Get, "/nowhere") };

        Assert.Equal(3, answers.Select(answer => answer.Headers[header]).Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, answers[2].StatusCode);
    }
}
