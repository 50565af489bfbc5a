using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests;

public class ApiCheckTests
{
    [Fact]
    public void The_api_of_these_tests_has_nothing_wrong() => Assert.Empty(Specs.BindApi(Specs.Api).Diagnostics);

    [Theory]
    [InlineData("hosts:", "[|host|]:", "did you mean 'hosts'?")]
    [InlineData("notation:", "[|notaton|]:", "did you mean 'notation'?")]
    [InlineData("refund:", "[|refunds|]:", "did you mean 'refund'?")]
    [InlineData("refund:", "[|void|]:", "its keys are pay, query, cancel")]
    [InlineData("status: 201", "[|statuss|]: 201", "did you mean 'status'?")]
    [InlineData("failed: [", "[|faild|]: [", "did you mean 'failed'?")]
    [InlineData("paid: wallet", "[|payed|]: wallet", "did you mean 'paid'?")]
    [InlineData("href: href", "[|hrf|]: href", "did you mean 'href'?")]
    [InlineData("message: message", "message: message, codes: { [|notfound|]: { status: 404, name: x } }", "did you mean 'not-found'?")]
    [InlineData("message: message", "message: message, details: { at: errors, [|nme|]: x }", "did you mean 'name'?")]
    [InlineData("basic", "{ [|headr|]: X-Key }", "did you mean 'header'?")]
    [InlineData("client:", "[|webhooks|]: x\nclient:", "is no key of an API file")]
    public void Unknown_keys(string from, string to, string message) => Assert.Contains(message, Specs.ExpectInApi(SpecRules.UnknownKey, from, to).Message);

    [Theory]
    [InlineData("name: Gateway\n", "name")]
    [InlineData("client: GatewayClient\n", "client")]
    [InlineData("source: { url: https://docs.example.com }\n", "source")]
    [InlineData("hosts: { live: https://api.example.com }\n", "hosts")]
    [InlineData("authentication: basic\n", "authentication")]
    [InlineData("money: { notation: minor-units, amount: amount, currency: currency }\n", "money")]
    [InlineData("response: { id: id, status: status, self: links.self, actions: [links], href: href }\n", "response")]
    [InlineData("errors: { name: code, message: message }\n", "errors")]
    [InlineData("payment: { reference: id, value: order.amount, returns: { paid: wallet.paidUrl } }\n", "payment")]
    public void Missing_keys_are_reported_at_the_id(string line, string key)
    {
        var diagnostic = Specs.Expect(SpecRules.MissingKey, Specs.Edit(Specs.Edit(Specs.Api, line, ""), "api: gateway/1", "api: [|gateway/1|]"), text => Specs.BindApi(text).Diagnostics);

        Assert.Contains($"needs '{key}:'", diagnostic.Message);
    }

    [Theory]
    [InlineData("hosts: { live: https://api.example.com }", "hosts: [|{}|]", "no host is listed")]
    [InlineData("reference: id, ", "", "the shop's own reference", "payment:")]
    [InlineData("  pay: { post: /payments, status: 201 }\n", "", "how a payment is made", "operations:")]
    [InlineData("  query: { get: self, status: 200 }\n", "", "how a payment is looked up", "operations:")]
    [InlineData("post: refund, ", "", "get, post, put, patch and delete", "refund:")]
    [InlineData(", status: 201", "", "needs 'status:'", "pay:")]
    [InlineData("href: href", "redirect: url", "needs 'href:'", "response:")]
    [InlineData("notation: minor-units, ", "", "minor-units or decimal-string", "money:")]
    [InlineData("url: https://docs.example.com", "updated: 2024-01-31", "needs 'url:'", "source:")]
    [InlineData("type: string, required: true", "required: true", "has no type", "id:")]
    public void Missing_parts_are_reported_at_what_needs_them(string from, string to, string message, string? at = null)
    {
        var text = Specs.Edit(Specs.Api, from, to);
        text = at is null ? text : Specs.Edit(text, (at is "operations:" or "payment:" or "response:" or "money:" or "source:" ? "\n" : "  ") + at, (at is "operations:" or "payment:" or "response:" or "money:" or "source:" ? "\n[|" : "  [|") + at[..^1] + "|]:");

        Assert.Contains(message, Specs.Expect(SpecRules.MissingKey, text, edited => Specs.BindApi(edited).Diagnostics).Message);
    }

    [Theory]
    [InlineData("GatewayClient", "[|Gateway|]", "write GatewayClient")]
    [InlineData("GatewayClient", "[|gateway-client|]", "begin with a capital letter")]
    [InlineData("api: gateway/1", "api: [|Gateway 1|]", "small letters")]
    [InlineData("https://api.example.com", "[|https://api.example.com/v1|]", "write https://api.example.com")]
    [InlineData("https://api.example.com", "[|api.example.com|]", "absolute http or https")]
    [InlineData("authentication: basic", "authentication: [|digest|]", "basic, bearer or { header: X-Api-Key }")]
    [InlineData("authentication: basic", "authentication: basic\nheaders: { [|Api Version|]: 1 }", "no name of a header")]
    [InlineData("authentication: basic", "authentication: basic\nheaders: { Version: [|é|] }", "printable ASCII")]
    [InlineData("minor-units, amount", "[|cents|], amount", "minor-units or decimal-string")]
    [InlineData("CNH: 2", "CNH: [|two|]", "a whole number from 0 to 6")]
    [InlineData("value: order.amount", "value: [|id|]", "a field of type money")]
    [InlineData("post: /payments", "post: [|https://api.example.com/payments|]", "the host stands under 'hosts'")]
    [InlineData("status: 201", "status: [|404|]", "from 200 to 299")]
    [InlineData("get: self, status: 200", "get: self, status: 200, [|body|]: { a: { type: string } }", "a GET has no body")]
    [InlineData("message: message", "message: message, codes: { not-found: { status: 404, name: x, [|detail|]: y } }", "'detail' is for invalid-body")]
    [InlineData("[captured], failed", "[|captured|], failed", "for a single one write [captured]")]
    public void Wrong_kinds(string from, string to, string message) => Assert.Contains(message, Specs.ExpectInApi(SpecRules.WrongKind, from, to).Message);

    [Theory]
    [InlineData("reference: id", "reference: [|ids|]", "did you mean 'id'?")]
    [InlineData("reference: id", "reference: [|number.of.order|]", "write one of id")]
    [InlineData("paid: wallet.paidUrl", "paid: [|walet.paidUrl|]", "did you mean 'wallet'?")]
    [InlineData("while: [captured]", "while: [[|capturd|]]", "did you mean 'captured'?")]
    public void Unknown_names(string from, string to, string message) => Assert.Contains(message, Specs.ExpectInApi(SpecRules.UnknownName, from, to).Message);

    [Theory]
    [InlineData("CNH: 2", "[|cnh|]: 2", ", CNH", "three capital letters")]
    [InlineData("CNH, USD", "[|CNX1|], USD", "", "no ISO 4217 currency code")]
    public void Unknown_codes(string from, string to, string removed, string message)
    {
        var text = Specs.Edit(Specs.Api, from, to);
        Assert.Contains(message, Specs.Expect(SpecRules.UnknownCode, removed.Length == 0 ? text : Specs.Edit(text, removed, ""), edited => Specs.BindApi(edited).Diagnostics).Message);
    }

    [Theory]
    [InlineData("failed: [refused]", "failed: [refused, [|captured|]]", "has its meaning on line")]
    [InlineData("post: refund", "post: refund, [|put|]: refund", "keep 'post' or 'put'")]
    public void Declared_twice(string from, string to, string message) => Assert.Contains(message, Specs.ExpectInApi(SpecRules.DeclaredTwice, from, to).Message);

    [Fact]
    public void Errors_of_an_api_are_not_repeated_at_its_methods()
    {
        var bound = Specs.BindMethod(Specs.Method, Specs.Edit(Specs.Api, "hosts:", "host:"));

        Assert.Empty(bound.Diagnostics);
        Assert.NotNull(bound.Model);
    }

    [Fact]
    public void A_method_of_an_api_that_is_not_yaml_has_no_model_and_no_second_error()
    {
        var bound = Specs.BindMethod(Specs.Method, "api: gateway/1\nname: 'open\n");

        Assert.Empty(bound.Diagnostics);
        Assert.Null(bound.Model);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_reported_in_the_order_of_the_text()
    {
        var text = Specs.Method.Replace("available", "avail").Replace("EUR: { max: 100 }", "EUR: { max: 100.000 }").Replace("refund]", "refnd]").Replace("type: url", "tipe: url").Replace("name: Wallet\n", "");

        Assert.Equal(
            [SpecRules.MissingKey, SpecRules.WrongKind, SpecRules.Decimals, SpecRules.UnknownName, SpecRules.UnknownKey],
            Specs.BindMethod(text).Diagnostics.Select(diagnostic => diagnostic.Rule));
    }
}
