namespace Apm.Specs.Tests;

/// <summary>A type of the API in the place of an object that its request describes.</summary>
public class TypeOverObjectTests
{
    [Fact]
    public void It_is_the_object_where_it_says_all_that_the_request_says()
    {
        var buyer = Bind(
            "buyer: { name: { type: string, required: true }, news: { type: boolean }, mail: { type: email, required: true } }",
            "order.buyer: { type: buyer }");

        Assert.Equal("buyer", buyer.SharedType);
        Assert.True(buyer.Required);
        Assert.Equal(["name", "news", "mail"], buyer.Members.Select(member => member.Name));
    }

    [Theory]
    [InlineData("buyer: { name: { type: string } }", "the request requires the name, and has another member")]
    [InlineData("buyer: { name: { type: string, required: true } }", "the request has another member")]
    public void It_is_laid_over_the_object_where_that_says_more(string type, string because)
    {
        var buyer = Bind(type, "order.buyer: { type: buyer }");

        Assert.True(buyer.SharedType is null, because);
        Assert.True(buyer.Member("name")!.Required);
        Assert.Equal(["name", "news"], buyer.Members.Select(member => member.Name));
    }

    [Fact]
    public void A_member_can_be_narrowed_behind_it()
    {
        var buyer = Bind(
            "buyer: { name: { type: string, required: true, length: 1..20 }, news: { type: boolean } }",
            "order.buyer: { type: buyer }\n  order.buyer.name: { length: 1..10 }");

        Assert.Null(buyer.SharedType);
        Assert.Equal(new LengthModel(1, 10), buyer.Member("name")!.Length);
    }

    [Fact]
    public void It_takes_the_place_of_an_object_that_is_listed_itself()
    {
        var api = Gateway.Api.Edited("  order.buyer.name", "  order.buyer: { type: object }\n  order.buyer.name");
        var buyer = Bind("buyer: { name: { type: string, required: true }, news: { type: boolean } }", "order.buyer: { type: buyer }", api);

        Assert.Equal("buyer", buyer.SharedType);
        Assert.True(buyer.Required);
    }

    [Theory]
    [InlineData(
        "buyer: { name: { type: string, required: false } }",
        "order.buyer: { type: [|buyer|] }",
        "the type buyer does not fit here: for 'order.buyer.name', the API requires this field")]
    [InlineData("buyer: { name: { type: integer } }", "order.buyer: { type: [|buyer|] }", "for 'order.buyer.name', the type integer is different from string")]
    [InlineData("buyer: { news: { type: boolean } }", "order.buyer: { type: buyer, required: [|false|] }", "the API requires 'order.buyer.name'")]
    [InlineData("line: { line: { type: string, length: ..30 } }", "order: { type: [|line|] }", "is wider than 2..24")]
    public void What_is_wider_is_reported_where_the_type_is_named(string type, string field, string message)
    {
        var diagnostic = Expect.At(SpecDescriptors.Widens, Gateway.WithField(field), text => Gateway.BindMethod(text, WithType(type)).Diagnostics, message);

        Assert.Equal(Gateway.ApiFile, diagnostic.Related!.File);
    }

    [Theory]
    [InlineData("const: D, required: false", "'D' is not one of the values", "the API requires this field")]
    [InlineData("required: false, const: D", "the API requires this field", "'D' is not one of the values")]
    public void Problems_of_one_field_have_the_order_of_its_keys(string keys, string first, string second)
    {
        var api = Gateway.Api.Edited("  order.buyer.news", "  order.buyer.kind: { type: enum, values: [A], required: true }\n  order.buyer.news");
        var fields = Gateway.WithField("order.buyer: { type: buyer }\n  order.buyer.kind: { " + keys + " }");

        var found = Gateway.BindMethod(fields, WithType($"buyer: {{ kind: {{ {keys} }} }}", api)).Diagnostics;

        Assert.Collection(
            found,
            problem => Assert.Contains("for 'order.buyer.kind', " + first, problem.Message, StringComparison.Ordinal),
            problem => Assert.Contains("for 'order.buyer.kind', " + second, problem.Message, StringComparison.Ordinal),
            problem => Assert.StartsWith(first, problem.Message, StringComparison.Ordinal),
            problem => Assert.StartsWith(second, problem.Message, StringComparison.Ordinal));
        Assert.All(found, problem => Assert.Equal(SpecDescriptors.Widens, problem.Rule));
    }

    [Theory]
    [InlineData(
        "buyer: { kind: { type: enum, values: [WEB, APP] } }",
        "kind: { type: enum, values: [WEB, TILL], preset: WEB }",
        "for 'order.buyer.kind', 'APP' is not one of the values")]
    [InlineData(
        "buyer: { kind: { type: enum, values: [WEB] } }",
        "kind: { type: enum, values: [WEB, TILL], preset: TILL }",
        "for 'order.buyer.kind', 'preset' is 'TILL', which this field does not allow")]
    [InlineData("buyer: { kind: { type: string, length: 1..3 } }", "kind: { type: string, preset: somebody }", "'preset'")]
    [InlineData("buyer: { kind: { type: string, pattern: '[A-Z]*' } }", "kind: { type: string, preset: somebody }", "'preset'")]
    public void Facts_that_do_not_fit_each_other_are_reported_as_if_they_were_written_there(string type, string field, string message) =>
        Expect.At(
            Expect.Rule(message.Contains("not one of", StringComparison.Ordinal) ? "APM0009" : "APM0004"),
            Gateway.WithField("order.buyer: { type: [|buyer|] }"),
            text =>
                Gateway
                    .BindMethod(text, WithType(type, Gateway.Api.Edited("  order.buyer.news", "  order.buyer." + field + "\n  order.buyer.news")))
                    .Diagnostics,
            message);

    [Theory]
    [InlineData("country", "pattern: '[a-z]*'")]
    [InlineData("url", "pattern: '[a-z]*'")]
    [InlineData("date", "preset: somebody")]
    public void Facts_that_are_for_another_kind_of_text_are_left_behind(string kind, string fact)
    {
        var api = Gateway.Api.Edited("  order.buyer.news", $"  order.buyer.land: {{ type: string, {fact} }}\n  order.buyer.news");
        var written = Gateway.BindMethod(Gateway.WithField($"order.buyer.land: {{ type: {kind} }}"), api);
        var typed = Gateway.BindMethod(Gateway.WithField("order.buyer: { type: buyer }"), WithType($"buyer: {{ land: {{ type: {kind} }} }}", api));

        Assert.Equal(written.Diagnostics.Select(found => found.Rule), typed.Diagnostics.Select(found => found.Rule));
        Assert.Equal(Land(written)?.Pattern, Land(typed)?.Pattern);
        Assert.Equal(Land(written)?.Preset, Land(typed)?.Preset);

        static FieldModel? Land(BoundMethod bound) => bound.Model!.Request.Member("order")!.Member("buyer")!.Member("land");
    }

    [Fact]
    public void The_order_of_its_members_is_that_of_the_type()
    {
        var buyer = Bind("buyer: { news: { type: boolean }, name: { type: string, required: true } }", "order.buyer: { type: buyer }");

        Assert.Equal("buyer", buyer.SharedType);
        Assert.Equal(["news", "name"], buyer.Members.Select(member => member.Name));
    }

    [Fact]
    public void It_settles_what_the_api_leaves_to_methods()
    {
        var buyer = Bind(
            "buyer: { name: { type: string, required: true }, news: { type: boolean } }",
            "order.buyer: { type: buyer }",
            Gateway.Api.Edited("order.buyer.name: { type: string, required: true }", "order.buyer.name: { type: string, required: by-default }"));

        Assert.Equal("buyer", buyer.SharedType);
    }

    [Fact]
    public void It_does_not_take_over_the_name_of_the_type_that_it_replaces()
    {
        var api = Gateway.Api.Edited("  order.buyer.name", "  order.buyer: { type: object, type-name: Shopper }\n  order.buyer.name");
        var buyer = Bind("buyer: { name: { type: string, required: true }, news: { type: boolean } }", "order.buyer: { type: buyer }", api);

        Assert.Equal(("buyer", null), (buyer.SharedType, buyer.TypeName));
    }

    [Fact]
    public void A_type_within_it_takes_its_place_as_well()
    {
        var api = Gateway.Api.Edited("  order.buyer.news", "  order.buyer.home.city: { type: string }\n  order.buyer.news");
        var buyer = Bind(
            """
            home: { city: { type: string, length: 1..9 } }
              buyer: { name: { type: string, required: true }, home: { type: home }, news: { type: boolean } }
            """,
            "order.buyer: { type: buyer }",
            api);

        Assert.Equal(("buyer", "home"), (buyer.SharedType, buyer.Member("home")!.SharedType));
    }

    [Fact]
    public void An_overlay_lays_it_over_what_its_base_says()
    {
        var api = SpecParser.Parse(Gateway.ApiFile, WithType("buyer: { name: { type: string, required: true, length: 1..5 }, news: { type: boolean } }"));
        var based = SpecParser.Parse(Gateway.MethodFile, Gateway.WithField("order.buyer.name: { length: 1..9 }"));
        var overlay = SpecParser.Parse("own.apm.yaml", "extends: gateway/1/wallet\nfields:\n  order.buyer: { type: buyer }\n");
        var bound = SpecBinder.BindMethod(overlay, based, api, ["gateway/1/wallet"]);

        Assert.DoesNotContain(bound.Diagnostics, found => found.Rule.Severity == SpecSeverity.Error);
        Assert.Equal(new LengthModel(1, 5), bound.Model!.Request.Member("order")!.Member("buyer")!.Member("name")!.Length);
    }

    [Theory]
    [InlineData("order.note: { type: [|buyer|] }", "the type object is different from string")]
    [InlineData("order.amount: { type: [|buyer|] }", "the type object is different from money")]
    public void Over_a_value_it_is_one_mistake(string field, string message) =>
        Expect.At(
            SpecDescriptors.Widens,
            Gateway.WithField(field),
            text => Gateway.BindMethod(text, WithType("buyer: { name: { type: string }, mail: { type: string } }")).Diagnostics,
            message);

    [Fact]
    public void A_refund_keeps_its_limits()
    {
        var api = WithType("given: { reason: { type: string, length: 1..9 } }")
            .Edited(
                "  refund: { post: refund, status: 202, while: [captured] }",
                """
                  refund: { post: refund, status: 202, while: [captured] }
                  partial-refund: { post: some, status: 202, while: [captured], body: { give.money: { type: money, required: true } } }
                """);
        var bound = Gateway.BindMethod(
            Gateway
                .Method.Edited("[sale, refund]", "[sale, refund, partial-refund]")
                .Edited("fields:", "refund-limits: { EUR: { max: 20 } }\noperations: { partial-refund: { body: { give: { type: given } } } }\nfields:"),
            api);

        Assert.DoesNotContain(bound.Diagnostics, found => found.Rule.Severity == SpecSeverity.Error);
        Assert.Equal(2000, bound.Model!.Operation("partial-refund")!.Body!.Member("give")!.Member("money")!.Money!.Limits.Single().Max);
    }

    [Fact]
    public void What_is_wider_leaves_the_field_as_it_is()
    {
        var buyer = Gateway
            .BindMethod(Gateway.WithField("order.buyer: { type: buyer }"), WithType("buyer: { name: { type: integer } }"))
            .Model!.Request.Member("order")!
            .Member("buyer")!;

        Assert.Equal(FieldType.String, buyer.Member("name")!.Type);
        Assert.Null(buyer.SharedType);
    }

    [Fact]
    public void A_value_cannot_become_an_object() => Expect.At(
        SpecDescriptors.Contradiction,
        Gateway.WithField("[|order.buyer|]: { type: buyer }"),
        text => Gateway.BindMethod(text, WithType("buyer: { name.first: { type: string } }")).Diagnostics,
        "'order.buyer.name' is of type string, which has no members");

    [Theory]
    [InlineData("  wallet.home.city: { type: string }\n  [|wallet.home|]: { type: buyer }\n")]
    [InlineData("  order.buyer.extra: { type: string }\n  [|order.buyer|]: { type: buyer }\n")]
    [InlineData("  order.buyer.name: { length: 1..9 }\n  [|order.buyer|]: { type: buyer }\n")]
    public void Members_of_the_same_file_stand_behind_it(string fields) => Expect.At(
        SpecDescriptors.Contradiction,
        Gateway.Method + fields,
        text => Gateway.BindMethod(text, WithType("buyer: { name: { type: string } }")).Diagnostics,
        "is declared after its member '", "write this field first");

    private static string WithType(string type, string? api = null) => (api ?? Gateway.Api).Edited("request:\n", "types:\n  " + type + "\nrequest:\n");

    private static FieldModel Bind(string type, string field, string? api = null)
    {
        var bound = Gateway.BindMethod(Gateway.WithField(field), WithType(type, api));
        Assert.DoesNotContain(bound.Diagnostics, diagnostic => diagnostic.Rule != SpecDescriptors.NoLimit);
        return bound.Model!.Request.Member("order")!.Member("buyer")!;
    }
}
