namespace Apm.Specs.Tests;

/// <summary>Fields that an author wrote within each other.</summary>
public class FieldTreeSyntaxTests
{
    [Fact]
    public void A_tree_is_one_mistake_and_its_fields_are_read()
    {
        var method = Gateway.Method + """
              [|wallet|]:
                owner:
                  name: { type: string, required: true, length: 1..9 }
                  type: { const: person }
                type: { const: $apm }
              order:
                note: { length: ..9 }

            """;
        Gateway.ExpectInMethod(SpecDescriptors.WrongKind, method, "with its path with dots, such as wallet.owner.name: { type: string }");

        var request = Gateway.BindMethod(Markup.Parse(method).Text).Model!.Request;
        var owner = request.Member("wallet")!.Member("owner")!;
        Assert.Equal(["name", "type"], owner.Members.Select(member => member.Name));
        Assert.Equal(9, owner.Member("name")!.Length!.Max);
        Assert.Equal(9, request.Member("order")!.Member("note")!.Length!.Max);
    }

    [Fact]
    public void A_whole_request_can_be_a_tree()
    {
        var api = Gateway.Api
            .Edited("  order.buyer.name: { type: string, required: true }\n  order.buyer.news: { type: boolean }\n", "")
            .Edited("  order.kind:", "  [|order.buyer|]: { name: { type: string, required: true }, news: { type: boolean } }\n  order.kind:");

        Gateway.ExpectInApi(SpecDescriptors.WrongKind, api, "such as order.buyer.name: { type: string }");
    }

    [Theory]
    [InlineData("operations: { partial-refund: { body: { [|sum|]: { net: { type: integer } } } } }")]
    public void So_can_a_body(string operations) => Expect.At(
        SpecDescriptors.WrongKind,
        Gateway.Method.Edited("[sale, refund]", "[sale, partial-refund]") + operations + "\n",
        text => Gateway.BindMethod(text, Gateway.Api.Edited("  refund: {", "  partial-refund: {")).Diagnostics,
        "such as sum.net: { type: string }");

    [Fact]
    public void A_field_is_not_declared_twice() => Gateway.ExpectInMethod(
        SpecDescriptors.WrongKind,
        Gateway.WithField("wallet.a.b: { type: string }") + "  [|wallet.a|]: { b: { type: integer }, c: { type: integer } }\n",
        "such as wallet.a.b: { type: string }");

    [Fact]
    public void An_unknown_key_with_a_mapping_is_an_unknown_key() =>
        Gateway.ExpectInMethod(SpecDescriptors.UnknownKey, Gateway.WithField("wallet.a: { type: string, [|odd|]: { x: y } }"), "its keys are");
}
