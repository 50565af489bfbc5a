namespace Apm.Specs.Tests;

public class NarrowingTests
{
    [Fact]
    public void A_constant_of_a_field_with_codes_is_its_only_value()
    {
        Gateway.ExpectInMethod(SpecDescriptors.Widens, Gateway.WithField("[|order.country|]: { const: DE }"), "write values: [DE]");
        Assert.Empty(Gateway.BindMethod(Gateway.WithField("order.country: { values: [DE] }")).Diagnostics);
    }

    [Fact]
    public void The_currency_of_money_is_no_field() => Gateway.ExpectInMethod(
        SpecDescriptors.Contradiction,
        Gateway.WithField("[|order.amount.currency|]: { const: EUR }"),
        "write the accepted currencies under 'currencies' and bounds of the amount under 'limits'");

    [Theory]
    [InlineData(
        "id: { length: [|1..65|] }",
        "length 1..65 is wider than 1..64 in gateway.api.yaml, line 11: write a range within 1..64, or leave 'length' out",
        "1..64")]
    [InlineData("id: { length: [|0..9|] }", "length 0..9 is wider", "1..64")]
    [InlineData("id: { length: [|1..|] }", "length 1.. is wider", "1..64")]
    [InlineData("id: { pattern: [|'[A-Z_]*'|] }", "allows '_'", "'[A-Za-z0-9]*'")]
    [InlineData("id: { pattern: [|'[A-Za-z0-9-]*'|] }", "allows '-'", "'[A-Za-z0-9]*'")]
    [InlineData("id: { pattern: [|'SHOP_[0-9]+'|] }", "allows '_'", "'[A-Za-z0-9]*'")]
    [InlineData("id: { required: [|false|] }", "leave 'required' out; only fields that an API file marks by-default", "true")]
    [InlineData("id: { type: [|integer|] }", "the type integer is different from string", "string")]
    [InlineData("order.kind: { values: [A, [|D|]] }", "'D' is not one of the values in gateway.api.yaml, line 13", "[A, B, C]")]
    [InlineData("order.country: { values: [DE, [|IT|]] }", "'IT' is not one of the values", "[DE, FR, HK]")]
    [InlineData("order.kind: { const: [|D|] }", "not one of the values of the API", "order.kind")]
    [InlineData("order.count: { range: [|0..9|] }", "range 0..9 is wider than 1..9", "1..9")]
    [InlineData("order.count: { range: [|1..10|] }", "range 1..10 is wider than 1..9", "1..9")]
    [InlineData("order.line: { length: [|1..24|] }", "length 1..24 is wider than 2..24", "2..24")]
    [InlineData("order.buyer.name: { required: [|false|] }", "leave 'required' out", "true")]
    [InlineData("order.buyer: { type: object, required: [|false|] }", "the API requires 'order.buyer.name' in gateway.api.yaml, line 19", "true")]
    [InlineData("order.amount: { minor-units: [|0..100|] }", "minor-units 0..100 is wider than 1..1000", "1..1000")]
    [InlineData("order.amount: { minor-units: [|1..1001|] }", "minor-units 1..1001 is wider than 1..1000", "1..1000")]
    public void Widening_is_reported_with_the_line_of_the_api(string field, string message, string related)
    {
        var diagnostic = Gateway.ExpectInMethod(SpecDescriptors.Widens, Gateway.WithField(field), message);

        Assert.Equal(Gateway.ApiFile, diagnostic.Related!.File);
        Assert.Equal(related, Gateway.Api.Part(diagnostic.Related));
    }

    [Fact]
    public void The_line_is_that_of_the_fact_and_not_of_the_field()
    {
        var api = Gateway.Api.Edited("order.kind: { type: enum, values: [A, B, C] }", "order.kind:\n    type: enum\n    values: [A, B, C]");

        Expect.At(
            SpecDescriptors.Widens,
            Gateway.WithField("order.kind: { values: [A, [|D|]] }"),
            text => Gateway.BindMethod(text, api).Diagnostics,
            "in gateway.api.yaml, line 15");
    }

    [Fact]
    public void A_unit_stays_what_the_API_says()
    {
        var api = Gateway.Api.Edited("range: 1..9 }", "range: 1..9, unit: days }");

        Expect.At(
            SpecDescriptors.Widens,
            Gateway.WithField("order.count: { unit: [|hours|] }"),
            text => Gateway.BindMethod(text, api).Diagnostics,
            "the unit hours is different from days");
        Assert.Empty(Gateway.BindMethod(Gateway.WithField("order.count: { unit: days, range: 1..5 }"), api).Diagnostics);
    }

    [Fact]
    public void A_type_of_the_API_is_not_exchanged_for_another()
    {
        var api = Gateway.Api.Edited(
            "request:\n",
            "types:\n  small: { a: { type: string } }\n  large: { a: { type: string } }\nrequest:\n  order.box: { type: small }\n");

        Expect.At(
            SpecDescriptors.Widens,
            Gateway.WithField("order.box: { type: [|large|] }"),
            text => Gateway.BindMethod(text, api).Diagnostics,
            "the type large is different from small");
        Assert.Empty(Gateway.BindMethod(Gateway.WithField("order.box: { type: small }"), api).Diagnostics);
    }

    [Fact]
    public void A_currency_that_the_api_does_not_accept_widens()
    {
        var diagnostic = Gateway.ExpectInMethod(
            SpecDescriptors.Widens,
            Gateway.Method.Edited("[EUR]", "[EUR, [|GBP|]]"),
            "'GBP' is not one of the currencies of the API in gateway.api.yaml, line 9");

        Assert.Equal(Gateway.ApiFile, diagnostic.Related!.File);
        Assert.Equal("currencies", Gateway.Api.Part(diagnostic.Related));
    }

    [Fact]
    public void What_widens_is_left_out_of_the_model()
    {
        var model = Gateway.BindMethod(Gateway.WithField("id: { length: 1..65, pattern: '[A-Z]*' }")).Model!;

        Assert.Equal(new LengthModel(1, 64), model.Request.Member("id")!.Length);
        Assert.Equal("[A-Z]*", model.Request.Member("id")!.Pattern!.Text);
    }

    [Fact]
    public void What_narrows_is_in_the_model_with_the_method_as_its_origin()
    {
        var bound = Gateway.BindMethod(Gateway.Method + """
              id: { length: 2..9, pattern: 'S[0-9]*' }
              order.kind: { values: [A] }
              order.note: { required: false }
              order.count: { required: true, range: 2..3 }
              order.amount: { minor-units: 5..10 }

            """);
        var order = bound.Model!.Request.Member("order")!;

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(new LengthModel(2, 9), bound.Model.Request.Member("id")!.Length);
        Assert.True(bound.Model.Request.Member("id")!.Required);
        Assert.Equal("gateway/1/wallet", bound.Model.Request.Member("id")!.DeclaredBy);
        Assert.Equal(["A"], order.Member("kind")!.Values);
        Assert.False(order.Member("note")!.Required);
        Assert.Equal(new RangeModel(2, 3), order.Member("count")!.Range);
        Assert.Equal(new RangeModel(5, 10), order.Member("amount")!.Money!.MinorUnits);
    }

    [Theory]
    [InlineData("id: { length: 1..64 }")]
    [InlineData("id: { pattern: 'SHOP[0-9]{1,12}' }")]
    [InlineData("id: { required: true }")]
    [InlineData("order.line: { pattern: '[ab]+' }")]
    [InlineData("order.line: { pattern: '[a-f]{2,24}' }")]
    [InlineData("order.line: { required: true }")]
    [InlineData("order.line: { required: false }")]
    [InlineData("order.country: { values: [FR] }")]
    [InlineData("order.country: { required: true }")]
    [InlineData("order.count: { range: 7..7 }")]
    [InlineData("order.buyer.news: { required: true, default: false }")]
    [InlineData("order.extra: { type: string }")]
    [InlineData("order.buyer.address.city: { type: string }")]
    public void Nothing_is_said_about_narrowing_or_about_a_new_field(string field) => Assert.Empty(Gateway.BindMethod(Gateway.WithField(field)).Diagnostics);

    [Theory]
    [InlineData("order.line: { const: abc }", FieldType.Const)]
    [InlineData("order.line: { type: enum, values: [ab, bc] }", FieldType.Enum)]
    [InlineData("order.kind: { const: A }", FieldType.Const)]
    public void A_text_may_become_some_values_or_one(string field, FieldType type)
    {
        var bound = Gateway.BindMethod(Gateway.WithField(field));
        var path = field.Split(':')[0].Split('.');

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(type, path.Aggregate(bound.Model!.Request, (parent, name) => parent.Member(name)!).Type);
    }
}
