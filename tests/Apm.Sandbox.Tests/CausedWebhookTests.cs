using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Apm.Sandbox.Tests;

/// <summary>The webhooks that a successful payment causes beside those of its statuses.</summary>
public class CausedWebhookTests
{
    private const string Webhooks = """
          classification: { at: about.topic, payment: [money, purse] }
          types: { unknown: [saved, printed] }
          events:
            saved:
              when: { token: present, by: [shop, gateway], links: present }
              members:
                tokenId: { at: [token.id, tokenId], type: string }
                tokenName: { at: token.name, type: string }
                until: { at: token.until, type: timestamp }
            printed:
              members:
                copies: { at: copies, type: integer }
                isFinal: { at: final, type: boolean }
                total: { at: total, type: money }
                day: { at: day, type: date }
        """;

    [Fact]
    public async Task A_webhook_has_the_members_of_the_method_and_the_type_only_if_the_gateway_sends_it()
    {
        using var shop = Shop("saved: { members: [tokenId, until] }, printed: {}");

        await shop.PaidAsync(shop.Request("order7"));

        var all = shop.Gateway.Webhooks.All;
        Assert.Equal(["done", "saved", "printed"], all.Select(told => told.Type));
        Assert.Equal(3, all.Select(told => told.Id).Distinct().Count());
        var (done, saved, printed) = (Body(all[0]), Body(all[1]), Body(all[2]));
        Assert.Equal("money", (string?)done["about"]!["topic"]);
        Assert.Equal(["about", "at", "by", "links", "number", "token"], Names(saved));
        Assert.Equal(("money", "order7", "shop"), ((string?)saved["about"]!["topic"], (string?)saved["about"]!["order"], (string?)saved["by"]));
        Assert.Equal(["id", "until"], Names(saved["token"]!));
        Assert.Matches("^sandbox[0-9a-f]{12}$", (string)saved["token"]!["id"]!);
        Assert.EndsWith("Z", (string)saved["token"]!["until"]!, StringComparison.Ordinal);
        Assert.Equal(["about", "at", "copies", "day", "final", "news", "number", "total"], Names(printed));
        Assert.Equal(("printed", 1, true), ((string?)printed["news"], (int)printed["copies"]!, (bool)printed["final"]!));
        Assert.Equal(Names(done["about"]!["money"]!), Names(printed["total"]!));
        Assert.Null(printed["about"]!["money"]);
        Assert.True(DateOnly.TryParseExact((string)printed["day"]!, "yyyy-MM-dd", out _));
    }

    [Theory]
    [InlineData("saved: { when: { beans: 3 } }", 3, 2)]
    [InlineData("saved: { when: { beans: 3 } }", 4, 1)]
    [InlineData("saved: { when: { beans: { not: 3 } } }", 4, 2)]
    public async Task It_is_sent_if_the_request_meets_the_conditions(string events, int beans, int webhooks)
    {
        using var shop = Shop(events);
        var request = shop.Request();
        request["beans"] = beans;

        await shop.PaidAsync(request);

        Assert.Equal(webhooks, shop.Gateway.Webhooks.All.Count);
    }

    [Fact]
    public async Task A_payment_that_fails_causes_nothing_and_a_refund_causes_nothing_more()
    {
        using var shop = Shop("saved: {}");
        var failed = await shop.PayAsync();
        await shop.Gateway.Customer.FailAsync(failed.Redirect);

        Assert.Equal(["broken"], shop.Gateway.Webhooks.All.Select(told => told.Type));

        var paid = await shop.PaidAsync();
        await shop.RefundAsync(paid);
        Assert.Equal(["broken", "done", "saved", "returning"], shop.Gateway.Webhooks.All.Select(told => told.Type));
    }

    [Theory]
    [InlineData("sepa", null, true)]
    [InlineData("sepa", "token", false)]
    [InlineData("ideal", null, false)]
    [InlineData("ideal", "recurring", true)]
    [InlineData("klarna", null, false)]
    [InlineData("klarna", "recurring", true)]
    public async Task The_packed_methods_with_tokens_send_them(string method, string? kind, bool sendsToken)
    {
        var gateway = new Gateway(new() { Webhooks = new() { Keys = new Dictionary<string, string> { ["1"] = "secret" } } });
        using var shop = new Shop(gateway, method: gateway.Methods.Single(known => known.SpecId == "worldpay/2024-07-01/" + method));
        var request = shop.Request();
        var instruction = request["instruction"]!;
        instruction["customer"] ??= new JsonObject();
        instruction["customer"]!["email"] = "ada@mail.example";
        switch (kind)
        {
            case "token":
                instruction["paymentInstrument"] = new JsonObject { ["type"] = "token", ["tokenId"] = "1234500000000000001" };
                instruction["customerAgreement"] = new JsonObject { ["type"] = "recurring", ["reference"] = "CLUB-7" };
                break;
            case "recurring":
                instruction["customerAgreement"] = JsonNode.Parse(
                    method == "ideal"
                        ? """{ "type": "recurring" }"""
                        : """{ "type": "recurring", "description": "Tea", "startDate": "2026-01-01", "endDate": "2026-12-31" }""");
                instruction["shipping"] ??= method == "ideal" ? new JsonObject { ["firstName"] = "Ada" } : null;
                break;
        }

        var payment = await shop.PayAsync(request);
        Assert.True(payment.StatusCode == System.Net.HttpStatusCode.Created, payment.Text);
        await gateway.Customer.AuthorizeAsync(payment.Redirect);

        var token = gateway.Webhooks.All.SingleOrDefault(told => told.Type == "tokenCreated");
        Assert.Equal(sendsToken, token is not null);
        if (token is not null)
        {
            var details = Body(token)["eventDetails"]!;
            Assert.Null(details["type"]);
            Assert.Null(details["amount"]);
            Assert.Equal(("payment", method), ((string?)details["classification"], (string?)details["paymentInstrument"]!["method"]));
            Assert.Matches("^[A-Za-z0-9]{15,21}$", (string)details["tokenPaymentInstrument"]!["tokenId"]!);
            Assert.Equal(method == "sepa", details["paymentInstrument"]!["iban"] is not null);
            Assert.Equal(method == "klarna", details["tokenExpiryDateTime"] is not null);
            Assert.Equal($"1/SHA256/{Convert.ToHexStringLower(HMACSHA256.HashData("secret"u8, token.Body.Span))}", token.Signature);
        }
    }

    private static Shop Shop(string events)
    {
        var texts = ForeignSpec.Texts.Select(text => text.File switch
        {
            "kiosk.api.yaml" => (text.File, text.Text + "\n" + Webhooks),
            "paybean.apm.yaml" => (text.File, text.Text + $"\nwebhooks: {{ events: {{ {events} }} }}\n"),
            _ => text,
        });
        var gateway = new Gateway(new() { Specs = [.. texts] });
        return new Shop(gateway, method: gateway.Methods.Single(method => method.Id == "paybean"));
    }

    private static JsonNode Body(SandboxWebhook told) => JsonNode.Parse(told.Body.Span)!;

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal);
}
