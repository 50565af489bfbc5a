using Apm.Specs.Diagnostics;
using Apm.Specs.Model;

namespace Apm.Specs.Tests.Binding;

/// <summary>A type of the API in the place of an object that its request describes.</summary>
public class TypeOverObjectTests
{
    [Fact]
    public void It_is_the_object_where_it_says_all_that_the_request_says()
    {
        var buyer = Bind("buyer: { name: { type: string, required: true }, news: { type: boolean }, mail: { type: email, required: true } }", "order.buyer: { type: buyer }");

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
        var buyer = Bind("buyer: { name: { type: string, required: true, length: 1..20 }, news: { type: boolean } }", "order.buyer: { type: buyer }\n  order.buyer.name: { length: 1..10 }");

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
    [InlineData("buyer: { name: { type: string, required: false } }", "order.buyer: { type: [|buyer|] }", "the type buyer does not fit here: of 'order.buyer.name', the API requires this field")]
    [InlineData("buyer: { name: { type: integer } }", "order.buyer: { type: [|buyer|] }", "of 'order.buyer.name', type integer is another than string")]
    [InlineData("buyer: { news: { type: boolean } }", "order.buyer: { type: buyer, required: [|false|] }", "the API requires 'order.buyer.name'")]
    [InlineData("line: { line: { type: string, length: ..30 } }", "order: { type: [|line|] }", "is wider than 2..24")]
    public void What_is_wider_is_reported_where_the_type_is_named(string type, string field, string message)
    {
        var diagnostic = Expect.At(SpecRules.Widens, Gateway.WithField(field), text => Gateway.BindMethod(text, WithType(type)).Diagnostics, message);

        Assert.Equal(Gateway.ApiFile, diagnostic.Related!.File);
    }

    [Fact]
    public void What_is_wider_leaves_the_field_as_it_is()
    {
        var buyer = Gateway.BindMethod(Gateway.WithField("order.buyer: { type: buyer }"), WithType("buyer: { name: { type: integer } }")).Model!.Request.Member("order")!.Member("buyer")!;

        Assert.Equal(FieldType.String, buyer.Member("name")!.Type);
        Assert.Null(buyer.SharedType);
    }

    [Fact]
    public void A_value_cannot_become_an_object() => Expect.At(
        SpecRules.WrongKind,
        Gateway.WithField("[|order.buyer|]: { type: buyer }"),
        text => Gateway.BindMethod(text, WithType("buyer: { name.first: { type: string } }")).Diagnostics,
        "'order.buyer.name' is of type string, which has no members");

    [Fact]
    public void Members_of_the_same_file_stand_behind_it() => Expect.At(
        SpecRules.WrongKind,
        Gateway.Method + "  wallet.home.city: { type: string }\n  [|wallet.home|]: { type: buyer }\n",
        text => Gateway.BindMethod(text, WithType("buyer: { name: { type: string } }")).Diagnostics,
        "which stand before this: write this field first");

    private static string WithType(string type, string? api = null) => (api ?? Gateway.Api).Edited("request:\n", "types:\n  " + type + "\nrequest:\n");

    private static FieldModel Bind(string type, string field, string? api = null)
    {
        var bound = Gateway.BindMethod(Gateway.WithField(field), WithType(type, api));
        Assert.DoesNotContain(bound.Diagnostics, diagnostic => diagnostic.Rule != SpecRules.NoLimit);
        return bound.Model!.Request.Member("order")!.Member("buyer")!;
    }
}
