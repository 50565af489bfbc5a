namespace Apm.Specs.Tests;

/// <summary>One grammar for all paths in responses, errors and webhooks.</summary>
public class ResponsePathTests
{
    private const string Webhooks =
        "signature: { header: S, form: single, algorithm: hmac-sha256, encoding: hex }, acknowledge: { status: 200, seconds: 5 } }\n";

    /// <summary>Every place of an API file that has a path, with PATH in the place of the path.</summary>
    public static TheoryData<string> Places =>
    [
        Gateway.Api.Edited("{ id: id, status", "{ id: PATH, status"),
        Gateway.Api.Edited("status: status", "status: PATH"),
        Gateway.Api.Edited("self: links.self", "self: PATH"),
        Gateway.Api.Edited("href: href", "href: href, redirect: PATH"),
        Gateway.Api.Edited("href: href", "href: href, redirect: [url, PATH]"),
        Gateway.Api.Edited("[links]", "[links, PATH]"),
        Gateway.Api.Edited("href: href", "href: href, members: { PATH: { type: string } }"),
        Gateway.Api.Edited("name: code", "name: PATH"),
        Gateway.Api.Edited("message: message", "message: PATH"),
        Gateway.Api.Edited("message: message", "message: message, details: { at: PATH }"),
        Gateway.Api.Edited("message: message", "message: message, details: { at: list, name: PATH }"),
        Gateway.Api.Edited("message: message", "message: message, details: { at: list, message: PATH }"),
        Gateway.Api.Edited("message: message", "message: message, details: { at: list, path: PATH }"),
        Gateway.Api + "webhooks: { id: PATH, type: what, reference: ref, " + Webhooks,
        Gateway.Api + "webhooks: { id: number, type: PATH, reference: ref, " + Webhooks,
        Gateway.Api + "webhooks: { id: number, type: what, reference: PATH, " + Webhooks,
        Gateway.Api + "webhooks: { id: number, type: what, reference: ref, timestamp: PATH, " + Webhooks,
        Gateway.Api + "webhooks: { id: number, type: what, reference: ref, method: PATH, " + Webhooks,
        Gateway.Api + "webhooks: { id: number, type: what, reference: ref, payment: PATH, " + Webhooks,
        Gateway.Api + "webhooks: { id: number, type: what, reference: ref, money: { at: PATH }, " + Webhooks,
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_path_in_another_language_is_reported_at_its_place(string place)
    {
        Gateway.ExpectInApi(
            SpecDescriptors.WrongKind,
            place.Edited("PATH", "[|'list[0].x'|]"),
            "names items of a list in another way: write list[].name");
        Gateway.ExpectInApi(SpecDescriptors.WrongKind, place.Edited("PATH", "[|'$.data.x'|]"), "write the names with one dot between them, data.x");
        Assert.Empty(Gateway.BindApi(place.Edited("PATH", "data.x")).Diagnostics);
    }

    [Theory]
    [InlineData("list[][]", "names items of a list in another way")]
    [InlineData("list[].", "is not a path: write the names with one dot between them, list[]")]
    [InlineData("[].x", "names items of a list in another way")]
    [InlineData("list[a=].x", "names items of a list in another way")]
    [InlineData("list[=b].x", "names items of a list in another way")]
    [InlineData("list[a.b=c].x", "names items of a list in another way")]
    [InlineData("list[a==b].x", "names items of a list in another way")]
    [InlineData("list[a= b].x", "names items of a list in another way")]
    [InlineData("list[a='b'].x", "names items of a list in another way")]
    [InlineData("list[a=b]x", "names items of a list in another way")]
    [InlineData("list[a=b", "names items of a list in another way")]
    [InlineData("\"a\".b", "has quotes around a name without a dot: write a.b")]
    [InlineData("a.\"b\"", "has quotes around a name without a dot: write a.b")]
    [InlineData("a.\"b.c", "is not a path: write JSON names with dots")]
    [InlineData("a\"b.c\"", "is not a path: write JSON names with dots")]
    [InlineData("\"\"", "is not a path: write JSON names with dots")]
    [InlineData("list[*].x", "names items of a list")]
    [InlineData("list[-1]", "names items of a list")]
    [InlineData("list[?(@.type==1)].x", "names items of a list")]
    [InlineData("$[0].x", "names items of a list")]
    [InlineData("$.a.b", "is not a path: write the names with one dot between them, a.b")]
    [InlineData("$['a']['b']", "is not a path: write the names with one dot between them, a.b")]
    [InlineData("$.a['b c']", "names items of a list")]
    [InlineData("a/b", "is not a path: write the names with one dot between them, a.b")]
    [InlineData("/a/b", "is not a path: write the names with one dot between them, a.b")]
    [InlineData("//b", "is not a path: write the names with one dot between them, b")]
    [InlineData("#/a/b", "is not a path: write the names with one dot between them, a.b")]
    [InlineData("a..b", "has an empty part: write the names with one dot between them, a.b")]
    [InlineData(".a", "has an empty part: write the names with one dot between them, a")]
    [InlineData("a.", "has an empty part: write the names with one dot between them, a")]
    [InlineData("$..b", "is not a path: write the names with one dot between them, b")]
    [InlineData("$", "is not a path: write JSON names with dots")]
    [InlineData("*", "is not a path: write JSON names with dots")]
    [InlineData("a.*", "is not a path: write JSON names with dots")]
    [InlineData("a b", "is not a path: write JSON names with dots")]
    [InlineData("a?.b", "is not a path: write JSON names with dots")]
    [InlineData("a | b", "is not a path: write JSON names with dots")]
    [InlineData("length(a)", "is not a path: write JSON names with dots")]
    [InlineData("{a}", "is not a path: write JSON names with dots")]
    public void The_right_form_is_named(string path, string words) =>
        Gateway.ExpectInApi(SpecDescriptors.WrongKind, Gateway.Api.Edited("status: status", $"status: [|{Quoted(path)}|]"), words);

    [Theory]
    [InlineData("@type")]
    [InlineData("$ref")]
    [InlineData("payment-id")]
    [InlineData("payments:id")]
    [InlineData("_links.self")]
    [InlineData("größe.0")]
    [InlineData("list[]")]
    [InlineData("list[].x.y")]
    [InlineData("a.list[kind=card].x")]
    [InlineData("list[rel=https://a.example/b?c=d].href")]
    [InlineData("list[at=2 days].x")]
    [InlineData("data.\"risk.score\"")]
    [InlineData("\"a b\".list[].\"c.d\"")]
    public void A_name_can_have_other_characters(string path) =>
        Assert.Equal(path, Gateway.BindApi(Gateway.Api.Edited("status: status", $"status: '{path}'")).Model!.Response.Status);

    [Theory]
    [InlineData("href: href", "href: [|'target.url'|]", "is a path: 'href' must be")]
    [InlineData("href: href", "href: [|'links[0]'|]", "is a path: 'href' must be")]
    [InlineData("href: href", "href: [|'the url'|]", "is not the name of a JSON member: 'href' must be")]
    [InlineData("amount: amount", "amount: [|a/b|]", "is not the name of a JSON member: 'amount' must be")]
    public void A_member_of_an_object_has_one_name(string part, string by, string words) =>
        Gateway.ExpectInApi(SpecDescriptors.WrongKind, Gateway.Api.Edited(part, by), words);

    [Theory]
    [InlineData("{ id: id, status", "{ id: payment, status", "status: status", "status: [|payment.status|]", "of 'status' and 'payment' of 'id'")]
    [InlineData("{ id: id, status", "{ id: payment.id, status", "status: status", "status: [|payment|]", "'payment' of 'status'")]
    [InlineData("{ id: id, status", "{ id: links, status", "[links]", "[[|links|]]", "'links' of 'actions' and 'links' of 'id'")]
    public void A_text_has_no_members(string part, string by, string second, string with, string words) =>
        Gateway.ExpectInApi(SpecDescriptors.DeclaredTwice, Gateway.Api.Edited("self: links.self, ", "self: me, ").Edited(part, by).Edited(second, with), words);

    [Fact]
    public void One_member_can_be_the_id_and_the_way_to_query() =>
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited("self: links.self", "self: id")).Diagnostics);

    [Theory]
    [InlineData("codes[].text", "codes", true, null)]
    [InlineData("codes[kind=shop].text", "codes", true, "kind=shop")]
    [InlineData("data.\"shop.code\"", "data", false, null)]
    public void A_path_has_steps(string path, string first, bool hasItems, string? selector)
    {
        var steps = MemberPath.Parse(path)!;

        Assert.Equal(first, steps[0].Name);
        Assert.Equal(hasItems, steps[1].Name is null);
        Assert.Equal(selector, steps[1].Member is { } member ? $"{member}={steps[1].Text}" : null);
        Assert.Equal(hasItems ? "text" : "shop.code", MemberPath.NameOf(path));
    }

    [Theory]
    [InlineData("links", "links[rel=me].id")]
    [InlineData("links", "links[].id")]
    [InlineData("links[]", "links[].id")]
    public void An_item_has_no_text_and_members(string id, string status) => Gateway.ExpectInApi(
        SpecDescriptors.DeclaredTwice,
        Gateway.Api.Edited("self: links.self, ", "self: me, ")
            .Edited("{ id: id, status", $"{{ id: '{id}', status")
            .Edited("status: status", $"status: [|'{status}'|]")
            .Edited(", actions: [links]", ", actions: [others]"),
        "cannot both be present");

    [Theory]
    [InlineData("order/kind", "order.kind")]
    [InlineData("$.order.kind2", "order.kind2")]
    [InlineData("$.order['lines'][].kind", "order.lines[].kind")]
    public void A_field_has_the_same_names(string path, string dotted) => Gateway.ExpectInMethod(
        SpecDescriptors.WrongKind,
        Gateway.WithField($"[|{Quoted(path)}|]: {{ type: string }}"),
        "is not a path: write the names with one dot between them, " + dotted);

    private static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
