namespace Apm.Specs.Tests;

public class RequestModelTests
{
    private static MethodModel Bind(string fields) => Gateway.BindMethod(Gateway.Method + fields).Model!;

    [Fact]
    public void An_object_is_required_if_one_of_its_members_is()
    {
        var request = Bind("  a.b.c: { type: string, required: true }\n  d.e: { type: string }\n").Request;

        Assert.True(request.Member("a")!.Required);
        Assert.True(request.Member("a")!.Member("b")!.Required);
        Assert.False(request.Member("d")!.Required);
    }

    [Fact]
    public void A_listed_object_may_be_optional_with_required_members()
    {
        var request = Bind("  a: { type: object, required: false, type-name: Address, summary: Where. }\n  a.b: { type: string, required: true }\n").Request;

        Assert.False(request.Member("a")!.Required);
        Assert.Equal(("Address", "Where."), (request.Member("a")!.TypeName, request.Member("a")!.Summary));
        Assert.True(request.Member("a")!.Member("b")!.Required);
    }

    [Fact]
    public void Limits_are_of_the_payment_and_not_of_other_money()
    {
        var request = Bind("  order.tip: { type: money }\n").Request.Member("order")!;

        Assert.Single(request.Member("amount")!.Money!.Limits);
        Assert.Empty(request.Member("tip")!.Money!.Limits);
        Assert.Equal(["EUR"], request.Member("tip")!.Money!.Currencies);
    }

    [Fact]
    public void Every_type_can_be_read()
    {
        var bound = Gateway.BindMethod(Gateway.Method + """
              t.string: { type: string, length: 3, loggable: true, default: abc }
              t.enum: { type: enum, values: [A, B], preset: A, type-name: Kind }
              t.url: { type: url, length: ..100 }
              t.currency: { type: currency, values: [EUR, USD] }
              t.country: { type: country }
              t.language: { type: language, values: [no] }
              t.integer: { type: integer, range: 1.., default: 5 }
              t.boolean: { type: boolean, preset: false }
              t.const: { const: x, required: false }

            """);
        var members = bound.Model!.Request.Member("t")!.Members;

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(
            [
                FieldType.String,
                FieldType.Enum,
                FieldType.Url,
                FieldType.Currency,
                FieldType.Country,
                FieldType.Language,
                FieldType.Integer,
                FieldType.Boolean,
                FieldType.Const,
            ],
            members.Select(member => member.Type));
        Assert.Equal(new LengthModel(3, 3), members[0].Length);
        Assert.Equal(new LengthModel(0, 100), members[2].Length);
        Assert.Equal(new RangeModel(1, null), members[6].Range);
        Assert.False(members[8].Required);
    }

    [Theory]
    [InlineData("name: Wallet", "nam: Wallet")]
    [InlineData("status: available", "status: maybe")]
    [InlineData("source:", "sauce:")]
    [InlineData("EUR: { max: 100 }", "EUR: { max: 100.000 }")]
    [InlineData("capabilities: [sale, refund]", "capabilities: [sale, refnd]")]
    [InlineData("currencies: [EUR]", "currencies: []")]
    [InlineData("type: url", "type: urk")]
    [InlineData("{ type: url, required: true }", "{ type: url, required: true, length: long }")]
    public void A_wrong_fact_leaves_the_model_with_the_others(string from, string to)
    {
        var bound = Gateway.BindMethod(Gateway.Method.Edited(from, to));

        Assert.Contains(bound.Diagnostics, diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
        Assert.NotNull(bound.Model!.Request.Member("wallet")!.Member("paidUrl"));
        Assert.NotEmpty(bound.Model.Currencies);
    }

    [Fact]
    public void Only_a_field_with_a_value_of_its_own_can_be_logged()
    {
        var request = Bind("""
              t: { type: object, loggable: true }
              t.shown: { type: string, loggable: true }
              t.hidden: { type: string, loggable: false }

            """).Request;

        Assert.False(request.Member("t")!.Loggable);
        Assert.True(request.Member("t")!.Member("shown")!.Loggable);
        Assert.False(request.Member("t")!.Member("hidden")!.Loggable);
    }
}
