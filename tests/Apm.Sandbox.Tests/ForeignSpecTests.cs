using System.Net;
using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox.Tests;

public class ForeignSpecTests
{
    [Fact]
    public async Task Another_gateway_needs_no_other_sandbox()
    {
        await using var server = await SandboxServer.StartAsync(new() { Specs = ForeignSpec.Texts });
        Assert.DoesNotContain(server.Gateway.Diagnostics, found => found.Rule.Severity == SpecSeverity.Error);
        using var shop = new Shop(server.Gateway, server.BaseAddress, Method(server.Gateway, "paybean"));
        var payment = await shop.PayAsync(Json.With(shop.Request(), "pay.money", Total("12.345", "KWD")));

        Assert.Equal(HttpStatusCode.OK, payment.StatusCode);
        Assert.Contains("12.345 KWD", await server.Customer.OpenAsync(payment.Redirect), StringComparison.Ordinal);
        await server.Customer.AuthorizeAsync(payment.Redirect);
        var paid = await shop.QueryAsync(payment.Self);
        Assert.Equal("done", paid.Status);
        Assert.Equal(12345, server.Gateway.Payments.Single().Captured);

        var tooMuch = await shop.SendAsync(HttpMethod.Post, paid.Link("give-back"), new JsonObject { ["sum"] = Total("12.346", "KWD") });
        tooMuch.IsError(ErrorKind.InvalidBody);
        Assert.Equal(["$.sum.total"], tooMuch.WrongPaths);

        var some = await shop.SendAsync(HttpMethod.Post, paid.Link("give-back"), new JsonObject { ["sum"] = Total("0.345", "KWD") });
        Assert.Equal("returning", some.Status);
        Assert.Equal(345, server.Gateway.Payments.Single().Refunded);
        await shop.QueryAsync(paid.Self);

        var rest = await shop.SendAsync(HttpMethod.Post, paid.Link("give-back"));
        Assert.Equal("returning", rest.Status);
        Assert.Equal(12345, server.Gateway.Payments.Single().Refunded);
        Assert.Equal((2, 1), (server.Received["partial-refund"], server.Received["refund"]));
    }

    [Fact]
    public async Task A_full_refund_that_names_an_amount_is_of_all_that_is_left()
    {
        const string Body = "body: { sum: { type: money, required: true, summary: How much. } }";
        var gateway = new Gateway(
            new()
            {
                Specs = ForeignSpec.Changed(
                    "refund: { post: give-back, status: 200, while: [done] }",
                    $"refund: {{ post: give-all, status: 200, while: [done], {Body} }}"),
            }
        );
        using var shop = new Shop(gateway, method: Method(gateway, "paybean"));
        var payment = await shop.PayAsync(Json.With(shop.Request(), "pay.money", Total("12.345", "KWD")));
        await gateway.Customer.AuthorizeAsync(payment.Redirect);
        var all = (await shop.QueryAsync(payment.Self)).Link("give-all");

        var refused = await shop.SendAsync(HttpMethod.Post, all, new JsonObject { ["sum"] = Total("12.344", "KWD") });
        refused.IsError(ErrorKind.InvalidBody);
        Assert.Equal(["$.sum.total"], refused.WrongPaths);
        Assert.Equal(0, gateway.Payments.Single().Refunded);

        Assert.Equal(HttpStatusCode.OK, (await shop.SendAsync(HttpMethod.Post, all, new JsonObject { ["sum"] = Total("12.345", "KWD") })).StatusCode);
    }

    [Theory]
    [InlineData("  refund-pending: [returning]\n", "")]
    [InlineData("", "")]
    public async Task A_gateway_that_has_no_status_for_a_refund_keeps_the_status(string pending, string other)
    {
        var specs = ForeignSpec.Changed("refunded: [returned]", "refunded: []", pending.Length > 0 ? pending : "unused", other);
        var gateway = new Gateway(new() { Specs = specs });
        Assert.DoesNotContain(gateway.Diagnostics, found => found.Rule.Severity == SpecSeverity.Error);
        using var shop = new Shop(gateway, method: Method(gateway, "paybean"));
        var payment = await shop.PayAsync(Json.With(shop.Request(), "pay.money", Total("12.345", "KWD")));
        await gateway.Customer.AuthorizeAsync(payment.Redirect);
        var told = gateway.Webhooks.All.Count;

        var paid = await shop.QueryAsync(payment.Self);
        var refunding = await shop.SendAsync(HttpMethod.Post, paid.Link("give-back"));

        Assert.Equal(pending.Length > 0 ? "done" : "returning", refunding.Status);
        await shop.QueryAsync(payment.Self);
        Assert.Equal("done", (await shop.QueryAsync(payment.Self)).Status);
        Assert.Equal(12345, gateway.Payments.Single().Refunded);
        Assert.Equal(pending.Length > 0 ? [] : ["returning"], gateway.Webhooks.All.Skip(told).Select(webhook => webhook.Type));
    }

    [Fact]
    public async Task A_gateway_that_has_no_status_for_a_wait_answers_when_the_customer_has_paid()
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Changed("pending: [open]", "pending: []") });
        using var shop = new Shop(gateway, method: Method(gateway, "paybean"));

        var payment = await shop.PayAsync(Json.With(shop.Request(), "pay.money", Total("12.345", "KWD")));

        Assert.Equal("done", payment.Status);
        Assert.Equal(12345, gateway.Payments.Single().Captured);
        Assert.Equal(["done"], gateway.Webhooks.All.Select(webhook => webhook.Type));
    }

    [Fact]
    public async Task The_page_offers_no_decision_that_the_gateway_has_no_status_for()
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Changed("failed: [broken]", "failed: []", "cancelled: [void]", "cancelled: []") });
        using var shop = new Shop(gateway, method: Method(gateway, "paybean"));
        var payment = await shop.PayAsync(Json.With(shop.Request(), "back.stop", "https://shop.example/stop"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => gateway.Customer.FailAsync(payment.Redirect));
        await Assert.ThrowsAsync<InvalidOperationException>(() => gateway.Customer.CancelAsync(payment.Redirect));
        await gateway.Customer.AuthorizeAsync(payment.Redirect);
        Assert.Equal("done", (await shop.QueryAsync(payment.Self)).Status);
    }

    [Theory]
    [InlineData("headers: { Kiosk-Version: v3 }", "authentication: { header: Other-Key }")]
    [InlineData("headers: { Other-Version: v1 }", "authentication: bearer")]
    [InlineData("headers: { Kiosk-Version: v3 }", "authentication: bearer")]
    public async Task Gateways_that_share_a_path_are_told_apart_by_what_a_request_has(string headers, string authentication)
    {
        var other = ForeignSpec.Changed(
            "headers: { Kiosk-Version: v3 }",
            headers,
            "authentication: bearer",
            authentication,
            "kiosk/v3",
            "other/v3",
            "KioskClient",
            "OtherClient",
            "apm: paybean",
            "apm: paybox",
            "apm: paypod",
            "apm: paypal-like",
            "pay.money",
            "sum");
        var gateway = new Gateway(new() { Specs = [.. ForeignSpec.Texts, .. other.Select(text => ("other-" + text.File, text.Text))] });

        foreach (var method in new[] { "paybean", "paybox" })
        {
            using var shop = new Shop(gateway, method: Method(gateway, method));
            var path = method == "paybean" ? "pay.money" : "sum";
            Assert.Equal(HttpStatusCode.OK, (await shop.PayAsync(Json.With(shop.Request(), path, Total("12.345", "KWD")))).StatusCode);
        }
    }

    [Fact]
    public async Task A_method_that_extends_another_is_played_in_its_place_or_beside_it()
    {
        const string Extends = "extends: kiosk/v3/paybean\nlimits: { KWD: { max: 500 } }\n";
        var instead = new Gateway(new() { Specs = [.. ForeignSpec.Texts, ("mine.apm.yaml", Extends)] });
        using var shop = new Shop(instead, method: Method(instead, "paybean"));

        Assert.Equal(["paybean", "paypod"], instead.Methods.Select(method => method.Id).Order());
        (await shop.PayAsync(Json.With(shop.Request(), "pay.money", Total("500.001", "KWD")))).IsError(ErrorKind.InvalidBody);

        var beside = new Gateway(new() { Specs = [("mine.apm.yaml", Extends + "apm: mine\n"), .. ForeignSpec.Texts] });
        using var both = new Shop(beside, method: Method(beside, "paybean"));

        Assert.Equal(HttpStatusCode.OK, (await both.PayAsync(Json.With(both.Request(), "pay.money", Total("500.001", "KWD")))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await both.PayAsync(Json.With(both.Request(), "pay.money", Total("500.000", "KWD")))).StatusCode);
        Assert.Equal(["kiosk/v3/paybean", "kiosk/v3/mine"], beside.Payments.Select(payment => payment.Spec));
        (await both.PayAsync(Json.With(both.Request(), "pay.money", Total("1500.501", "KWD")))).IsError(ErrorKind.InvalidBody);
    }

    [Theory]
    [InlineData("mine.apm.yaml")]
    [InlineData("mine.apm.yml")]
    public void A_folder_may_hold_nothing_but_what_extends_a_packed_method(string file)
    {
        var folder = Directory.CreateTempSubdirectory("apm-overlay-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, file), "extends: worldpay/2023-06-01/alipay_hk\nlimits: { HKD: { max: 20000 } }\n");
            var gateway = new Gateway(new() { SpecFolder = folder.FullName });

            Assert.DoesNotContain(gateway.Diagnostics, found => found.Rule.Severity == SpecSeverity.Error);
            Assert.Equal(20_000_00, Assert.Single(gateway.Methods, method => method.SpecId == "worldpay/2023-06-01/alipay_hk").Limits.Single().Max);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folders_own_file_goes_before_a_packed_one_of_its_id()
    {
        var folder = Directory.CreateTempSubdirectory("apm-own-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "mine.apm.yaml"), "extends: worldpay/2024-07-01/ideal\napm: blik\nname: Mine\n");
            var gateway = new Gateway(new() { SpecFolder = folder.FullName });

            Assert.DoesNotContain(gateway.Diagnostics, found => found.Rule.Severity == SpecSeverity.Error);
            Assert.Equal("Mine", Assert.Single(gateway.Methods, method => method.SpecId == "worldpay/2024-07-01/blik").Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_authorization_is_settled_or_cancelled_but_not_both()
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Texts });
        using var shop = new Shop(gateway, method: Method(gateway, "paypod"));
        var first = await shop.PaidAsync();
        var second = await shop.PaidAsync();

        Assert.Equal("held", first.Status);
        Assert.Equal(["me", "take", "void"], first.Links.Order());
        Assert.Equal(0, gateway.Payments[0].Captured);

        var settled = await shop.SendAsync(HttpMethod.Post, first.Link("take"));
        var cancelled = await shop.SendAsync(HttpMethod.Post, second.Link("void"));

        Assert.Equal(("done", "void"), (settled.Status, cancelled.Status));
        Assert.Equal(["give-back", "me"], settled.Links.Order());
        (await shop.SendAsync(HttpMethod.Post, first.Link("void"))).IsError(ErrorKind.ActionUnavailable);
        (await shop.SendAsync(HttpMethod.Post, second.Link("take"))).IsError(ErrorKind.ActionUnavailable);
        Assert.Equal(gateway.Payments[0].Amount, gateway.Payments[0].Captured);
        Assert.Equal(0, gateway.Payments[1].Captured);
    }

    [Theory]
    [InlineData("12.345", "KWD", null)]
    [InlineData("12.34", "KWD", "$.pay.money.total")]
    [InlineData("12", "JPY", null)]
    [InlineData("12.0", "JPY", "$.pay.money.total")]
    [InlineData("+12", "JPY", "$.pay.money.total")]
    [InlineData(" 12", "JPY", "$.pay.money.total")]
    [InlineData(".345", "KWD", "$.pay.money.total")]
    [InlineData("1,234", "JPY", "$.pay.money.total")]
    [InlineData("0.999", "KWD", "$.pay.money.total")]
    [InlineData("1500.501", "KWD", "$.pay.money.total")]
    [InlineData("12.00", "CHF", "$.pay.money.code")]
    [InlineData("12", "XXXX", "$.pay.money.code")]
    public async Task Decimal_amounts_have_exactly_the_decimals_of_their_currency(string total, string code, string? wrong)
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Texts });
        using var shop = new Shop(gateway, method: Method(gateway, "paybean"));

        var answer = await shop.PayAsync(Json.With(shop.Request(), "pay.money", Total(total, code)));

        Assert.Equal(wrong is null ? [] : [wrong], wrong is null ? [] : answer.WrongPaths);
        Assert.Equal(wrong is null, answer.StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_idempotency_key_gets_the_same_answer_and_nothing_happens_twice()
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Texts });
        using var shop = new Shop(gateway);
        var request = shop.Request();
        void Once(HttpRequestMessage message) => message.Headers.Add(shop.Api.IdempotencyHeader!, "key-1");

        var refused = await shop.SendAsync(HttpMethod.Post, shop.PayPath, Json.With(request, shop.Api.Roles.Reference, null), Once);
        var answers = new[]
        {
            await shop.SendAsync(HttpMethod.Post, shop.PayPath, request, Once),
            await shop.SendAsync(HttpMethod.Post, shop.PayPath, request, Once),
            await shop.PayAsync(request),
        };

        refused.IsError(ErrorKind.InvalidBody);
        Assert.Equal(answers[0].Text, answers[1].Text);
        answers[2].IsError(ErrorKind.DuplicateReference);
        Assert.Single(gateway.Payments);
    }

    [Theory]
    [InlineData("pods", "FR", true)]
    [InlineData("pods", "fr", false)]
    [InlineData("pods", "XX", false)]
    [InlineData("label", "fr", true)]
    [InlineData("label", "FR", false)]
    [InlineData("tip", "USD", true)]
    [InlineData("tip", "USX", false)]
    public async Task Codes_are_those_of_iso(string member, string code, bool right)
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Texts });
        using var shop = new Shop(gateway, method: Method(gateway, "paypod"));

        var answer = await shop.PayAsync(Json.With(shop.Request(), member, code));

        Assert.Equal(right, answer.StatusCode == HttpStatusCode.OK);
        Assert.True(right || answer.WrongPaths.Single() == "$." + member);
    }

    [Fact]
    public async Task A_request_for_no_method_is_judged_by_what_methods_share()
    {
        var gateway = new Gateway(new() { Specs = ForeignSpec.Texts });
        using var shop = new Shop(gateway);

        var unknown = await shop.PayAsync(Json.With(shop.Request(), "pay.with", "paytree"));
        var missing = await shop.PayAsync(Json.With(shop.Request(), "pay", null));

        Assert.Equal(["$.pay.with"], unknown.WrongPaths);
        Assert.Contains("paybean", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(["$.pay", "$.pay.with"], missing.WrongPaths.Order());
    }

    [Fact]
    public async Task Two_gateways_in_one_sandbox_keep_apart()
    {
        var packed = new Gateway();
        var gateway = new Gateway(new() { Specs = [.. ForeignSpec.Texts, .. PackedTexts.All] });
        Assert.Equal(packed.Apis.Count + 1, gateway.Apis.Count);
        // This shop sends JSON. The tests of the catalogue send forms.
        var methods = gateway.Methods.Where(method => gateway.Apis.Single(api => api.Id == method.Api).Format == BodyFormat.Json).ToList();
        foreach (var (index, method) in methods.Index())
        {
            using var shop = new Shop(gateway, method: method);
            Assert.True((int)(await shop.PayAsync(shop.Request("SAME" + index))).StatusCode < 300, method.SpecId);
        }

        Assert.Equal(methods.Select(method => method.SpecId), gateway.Payments.Select(payment => payment.Spec));
    }

    private static MethodModel Method(Gateway gateway, string id) => gateway.Methods.Single(method => method.Id == id);

    private static JsonObject Total(string total, string code) => new() { ["total"] = total, ["code"] = code };
}
