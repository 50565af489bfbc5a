namespace Apm.Specs.Tests;

public class ApiBinderTests
{
    [Fact]
    public void The_api_of_these_tests_has_nothing_wrong() => Assert.Empty(Gateway.BindApi(Gateway.Api).Diagnostics);

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
    [InlineData("client:", "[|notices|]: x\nclient:", "is not a key of an API file")]
    public void Unknown_keys(string from, string to, string message) => Gateway.ExpectInApi(SpecDescriptors.UnknownKey, Gateway.Api.Edited(from, to), message);

    [Theory]
    [InlineData("name: Gateway\n", "name")]
    [InlineData("client: GatewayClient\n", "client")]
    [InlineData("source: { url: https://docs.example.com }\n", "source")]
    [InlineData("hosts: { live: https://api.example.com }\n", "hosts")]
    [InlineData("authentication: basic\n", "authentication")]
    [InlineData("money: { notation: minor-units, amount: amount, currency: currency }\n", "money")]
    [InlineData("response: { id: id, status: status, self: links.self, actions: [links], href: href }\n", "response")]
    [InlineData("errors: { name: code, message: message }\n", "errors")]
    [InlineData("payment: { reference: id, value: order.amount, returns: { paid: wallet.doneUrl } }\n", "payment")]
    public void Missing_keys_are_reported_at_the_id(string line, string key)
    {
        Gateway.ExpectInApi(SpecDescriptors.MissingKey, Gateway.Api.Edited(line, "").Edited("api: gateway/1", "api: [|gateway/1|]"), $"needs '{key}:'");
    }

    [Theory]
    [InlineData("hosts: { live: https://api.example.com }", "hosts: [|{}|]", "no host is listed")]
    [InlineData("reference: id, ", "", "the shop's reference", "payment:")]
    [InlineData("  pay: { post: /payments, status: 201 }\n", "", "the request that makes a payment", "operations:")]
    [InlineData("  query: { get: self, status: 200 }\n", "", "the request that queries a payment", "operations:")]
    [InlineData("post: refund, ", "", "get, post, put, patch and delete", "  refund:")]
    [InlineData(", status: 201", "", "needs 'status:'", "  pay:")]
    [InlineData("href: href", "redirect: url", "needs 'href:'", "response:")]
    [InlineData("notation: minor-units, ", "", "minor-units, decimal-string, decimal-number or minor-units-string", "money:")]
    [InlineData("url: https://docs.example.com", "updated: 2024-01-31", "needs 'url:'", "source:")]
    [InlineData("type: string, required: true, length: 1..64", "required: true, length: 1..64", "has no type", "  id:")]
    public void Missing_parts_are_reported_at_what_needs_them(string from, string to, string message, string? at = null)
    {
        var text = Gateway.Api.Edited(from, to);

        Gateway.ExpectInApi(
            SpecDescriptors.MissingKey,
            at is null ? text : text.Edited("\n" + at, $"\n{at.Replace(at.Trim(), $"[|{at.Trim()[..^1]}|]:")}"),
            message);
    }

    [Theory]
    [InlineData("GatewayClient", "[|Gateway|]", "write GatewayClient")]
    [InlineData("GatewayClient", "[|gateway-client|]", "write a capital letter")]
    [InlineData("api: gateway/1", "api: [|Gateway 1|]", "lowercase letters")]
    [InlineData("api: gateway/1", "api: [|Gateway 1|]", "with / between")]
    [InlineData("api: gateway/1", "api: [|_gateway/1|]", "lowercase letters")]
    [InlineData("api: gateway/1", "api: [|gateway/-1|]", "lowercase letters")]
    [InlineData("api: gateway/1", "api: [|gateway//1|]", "lowercase letters")]
    [InlineData("post: /payments", "post: [|/pay ments|]", "is not a target")]
    [InlineData("post: /payments", "post: [|\"/pay\\x01ments\"|]", "is not a target")]
    [InlineData("https://api.example.com", "[|https://api.example.com/v1|]", "write https://api.example.com")]
    [InlineData("https://api.example.com", "[|api.example.com|]", "absolute http or https")]
    [InlineData("authentication: basic", "authentication: [|digest|]", "basic, bearer, { header: X-Api-Key }")]
    [InlineData("authentication: basic", "authentication: basic\nheaders: { [|Api Version|]: 1 }", "not a valid name of a header")]
    [InlineData("authentication: basic", "authentication: basic\nheaders: { Version: [|é|] }", "printable ASCII")]
    [InlineData("minor-units, amount", "[|cents|], amount", "minor-units, decimal-string, decimal-number or minor-units-string")]
    [InlineData("CNH: 2", "CNH: [|two|]", "a whole number from 0 to 6")]
    [InlineData("value: order.amount", "value: [|id|]", "a field of type money")]
    [InlineData("post: /payments", "post: [|https://api.example.com/payments|]", "the host belongs under 'hosts'")]
    [InlineData("status: 201", "status: [|404|]", "from 200 to 299")]
    [InlineData("[captured], failed", "[|captured|], failed", "for a single value write [captured]")]
    [InlineData("https://api.example.com", "[|http://api.example.com|]", "without encryption: write https://")]
    [InlineData("amount: amount", "amount: [|sum.value|]", "is a path: 'amount' must be the name of the member")]
    [InlineData("currency: currency }", "currency: [|'codes[]'|] }", "is a path: 'currency' must be the name of the member")]
    [InlineData("paid: wallet.doneUrl", "paid: [|order.note|]", "'paid' must be a field of type url")]
    [InlineData("paid: wallet.doneUrl", "paid: [|[wallet.doneUrl]|]", "'paid' must be the path of a field, not a list")]
    public void Wrong_kinds(string from, string to, string message) => Gateway.ExpectInApi(SpecDescriptors.WrongKind, Gateway.Api.Edited(from, to), message);

    [Theory]
    [InlineData("get: self, status: 200", "get: self, status: 200, [|body|]: { a: { type: string } }", "a GET has no body")]
    [InlineData("message: message", "message: message, codes: { not-found: { status: 404, name: x, [|detail|]: y } }", "'detail' applies only to invalid-body")]
    [InlineData("post: /payments", "post: [|charges|]", "write a path that begins with /, such as /payments")]
    [InlineData("post: /payments", "post: [|'/payments/{id}'|]", "a payment that does not exist yet: remove {id}")]
    [InlineData("post: /payments", "[|get|]: /payments", "a GET cannot make a payment: write post")]
    [InlineData("post: refund", "[|get|]: refund", "write post, put, patch or delete for 'refund'")]
    public void What_does_not_apply(string from, string to, string message) =>
        Gateway.ExpectInApi(SpecDescriptors.NotApplicable, Gateway.Api.Edited(from, to), message);

    [Fact]
    public void The_members_of_money_have_two_names()
    {
        Gateway.ExpectInApi(
            SpecDescriptors.DeclaredTwice,
            Gateway.Api.Edited("amount: amount, currency: currency", "amount: value, currency: [|value|]"),
            "'value' is the member of both the amount and the currency");
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1")]
    public void Only_this_computer_is_spoken_to_in_the_clear(string host) =>
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited("https://api.example.com", host)).Diagnostics);

    [Theory]
    [InlineData("returns: { paid: wallet.doneUrl }", "returns: { paid: back.paidUrl, failed: wallet.links.failedUrl }")]
    [InlineData("returns: { paid: wallet.doneUrl }", "returns: { paid: u.paidUrl }")]
    [InlineData("returns: { paid: wallet.doneUrl }", "sale: settle.atOnce")]
    public void Fields_that_play_a_part_may_be_the_methods_own(string from, string to) =>
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited(from, to)).Diagnostics);

    [Theory]
    [InlineData(
        "returns: { paid: wallet.doneUrl }",
        "wallet.doneUrl: { type: [|string|] }",
        "is a return URL, as 'payment' of the API declares: write type: url")]
    [InlineData(
        "sale: settle.atOnce",
        "settle.atOnce: { type: [|string|] }",
        "chooses between sale and authorization, as 'payment' of the API declares: write type: boolean")]
    public void They_are_there_what_they_have_to_be(string part, string field, string words)
    {
        var api = Gateway.Api.Edited("returns: { paid: wallet.doneUrl }", part);

        Expect.At(SpecDescriptors.Contradiction, Gateway.WithField(field), text => Gateway.BindMethod(text, api).Diagnostics, words);
    }

    [Theory]
    [InlineData("reference: id", "reference: [|ids|]", "did you mean 'id'?")]
    [InlineData("reference: id", "reference: [|number.of.order|]", "write one of id")]
    [InlineData("paid: wallet.doneUrl", "paid: [|walet.doneUrl|]", "'walet' is not an object under 'request': did you mean 'wallet'?")]
    [InlineData("while: [captured]", "while: [[|capturd|]]", "did you mean 'captured'?")]
    public void Unknown_names(string from, string to, string message) =>
        Gateway.ExpectInApi(SpecDescriptors.UnknownName, Gateway.Api.Edited(from, to), message);

    [Theory]
    [InlineData("CNH: 2", "[|cnh|]: 2", ", CNH", "three capital letters")]
    [InlineData("CNH, USD", "[|CNX1|], USD", "", "not an ISO 4217 currency code")]
    public void Unknown_codes(string from, string to, string removed, string message)
    {
        var text = Gateway.Api.Edited(from, to);

        Gateway.ExpectInApi(SpecDescriptors.UnknownCode, removed.Length == 0 ? text : text.Edited(removed, ""), message);
    }

    [Theory]
    [InlineData("failed: [refused]", "failed: [refused, [|captured|]]", "already has a state on line")]
    [InlineData("post: refund", "post: refund, [|put|]: refund", "keep 'post' or 'put'")]
    public void Declared_twice(string from, string to, string message) =>
        Gateway.ExpectInApi(SpecDescriptors.DeclaredTwice, Gateway.Api.Edited(from, to), message);

    [Fact]
    public void Errors_of_an_api_are_reported_in_order_and_not_repeated_at_its_methods()
    {
        var api = Gateway.Api.Edited("hosts:", "host:").Edited("authentication: basic", "authentication: basics").Edited("'[A-Za-z0-9]*'", "'[A-Za-z0-9*'");

        Assert.Equal(
            [SpecDescriptors.UnknownKey, SpecDescriptors.WrongKind, SpecDescriptors.Pattern],
            Gateway.BindApi(api).Diagnostics.Select(diagnostic => diagnostic.Rule));
        var bound = Gateway.BindMethod(Gateway.Method, api);
        Assert.Empty(bound.Diagnostics);
        Assert.NotNull(bound.Model);
    }

    [Fact]
    public void A_method_of_an_api_that_is_not_yaml_has_no_model_and_no_second_error()
    {
        var bound = Gateway.BindMethod(Gateway.Method, "api: gateway/1\nname: 'open\n");

        Assert.Empty(bound.Diagnostics);
        Assert.Null(bound.Model);
    }

    [Fact]
    public void Names_of_headers_have_letters_and_digits_and_others_are_not_sent()
    {
        Assert.Equal("Api-Version-2", Assert.Single(Headers("Api-Version-2")).Name);
        var wrong = Gateway.BindApi(Gateway.Api + "headers: { 'Api Version': 1 }\n");
        Assert.Equal(Expect.Rule("APM0004"), Assert.Single(wrong.Diagnostics).Rule);
        Assert.Empty(wrong.Model!.Headers);

        static EquatableArray<HeaderModel> Headers(string name) => Gateway.BindApi(Gateway.Api + $"headers: {{ {name}: 1 }}\n").Model!.Headers;
    }

    [Theory]
    [InlineData("cNH")]
    [InlineData("CNHH")]
    [InlineData("C1H")]
    public void Codes_of_currencies_have_three_capital_letters(string code) => Gateway.ExpectInApi(
        SpecDescriptors.UnknownCode,
        Gateway.Api.Edited("exponents: { CNH: 2 }", $"exponents: {{ CNH: 2, [|{code}|]: 2 }}"),
        "three capital letters");

    [Theory]
    [InlineData("Connection")]
    [InlineData("Host")]
    [InlineData("Transfer-Encoding")]
    [InlineData("Content-Length")]
    [InlineData("Expect")]
    public void Headers_of_HTTP_itself_are_not_set(string name) =>
        Assert.NotEmpty(Gateway.BindApi(Gateway.Api + $"headers: {{ {name}: x }}\n").Diagnostics);

    [Fact]
    public void A_name_of_the_client_has_at_most_100_letters()
    {
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited("GatewayClient", new string('G', 94) + "Client")).Diagnostics);
        Assert.NotEmpty(Gateway.BindApi(Gateway.Api.Edited("GatewayClient", new string('G', 95) + "Client")).Diagnostics);
    }

    [Fact]
    public void A_type_of_the_api_begins_with_a_small_letter_and_may_have_capital_ones()
    {
        Assert.Empty(Gateway.BindApi(Gateway.Api + "types: { billingAddress2: { city: { type: string } } }\n").Diagnostics);
        Gateway.ExpectInApi(Expect.Rule("APM0004"), Gateway.Api + "types: { [|billing_address|]: { city: { type: string } } }\n", "billing_address");
    }

    [Fact]
    public void An_API_without_an_id_has_no_model() => Assert.Null(Gateway.BindApi(Gateway.Api.Edited("api: gateway/1\n", "")).Model);

    [Fact]
    public void Members_of_types_beyond_2000_fields_are_left_out_and_reported_at_each_field()
    {
        var type = $"types:\n  t: {{ {string.Join(", ", Enumerable.Range(0, 400).Select(count => $"m{count}: {{ type: string }}"))} }}\n";
        var fields = string.Concat(Enumerable.Range(0, 8).Select(count => count < 4 ? $"  f{count}: {{ type: t }}\n" : $"  [|f{count}|]: {{ type: t }}\n"));
        var text = Gateway.Api.Edited("request:\n", type + "request:\n" + fields);

        Gateway.ExpectInApi(SpecDescriptors.TooMuch, text, "more than 2000 fields");

        var request = Gateway.BindApi(Markup.Parse(text).Text).Model!.Request;
        Assert.Equal([400, 400, 400, 400], Enumerable.Range(0, 4).Select(count => request.Member($"f{count}")!.Members.Count()));
        Assert.Equal([0, 0, 0], Enumerable.Range(5, 3).Select(count => request.Member($"f{count}")!.Members.Count()));
    }

    [Fact]
    public void Too_many_names_of_lists_are_reported_once()
    {
        var lists = string.Concat(Enumerable.Range(0, 100).Select(count => $"  l{count}: [A]\n"));

        Gateway.ExpectInApi(SpecDescriptors.TooMuch, Gateway.Api + "lists:\n" + lists + "  [|m1|]: [A]\n  m2: [A]\n", "more than 100 names");
    }
}
