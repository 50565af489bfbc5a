namespace Apm.Specs.Tests;

public class CurrencyPlaceTests
{
    private const string Api = """
        api: gateway/1
        name: Gateway
        client: GatewayClient
        source: { url: https://docs.example.com }
        hosts: { live: https://api.example.com }
        authentication: basic
        money: { notation: minor-units }
        currencies: [EUR]
        types:
          line: { price: { type: money, currency-at: unit } }
        request:
          id: { type: string, required: true }
          order.sum: { type: money, currency-at: unit, required: true }
          order.lines[]: { type: line }
        payment: { reference: id, value: order.sum }
        operations:
          pay: { post: /payments, status: 201 }
          query: { get: '/payments/{id}', status: 200 }
        response: { id: id, status: status, href: href }
        statuses: { pending: [open], paid: [done] }
        errors: { name: code, message: text }

        """;

    private const string Method = """
        apm: wallet
        name: Wallet
        api: gateway/1
        status: available
        source: { url: https://docs.example.com/wallet }
        currencies: [EUR]
        limits: { EUR: { max: 100 } }
        capabilities: [sale]
        fields:

        """;

    [Fact]
    public void The_paths_of_amount_and_currency_are_beside_each_other()
    {
        var model = Gateway.BindApi(Api).Model!;

        var sum = model.Request.Member("order")!.Member("sum")!;
        var price = model.Request.Member("order")!.Member("lines")!.Item.Member("price")!;
        Assert.Equal(("order.sum", "order.unit"), (sum.AmountPath, sum.CurrencyPath));
        Assert.Equal(("order.lines[].price", "order.lines[].unit"), (price.AmountPath, price.CurrencyPath));
        Assert.Equal("unit", model.Type("line")!.Member("price")!.CurrencyPath);
    }

    [Fact]
    public void Money_that_is_an_object_has_both_within_it()
    {
        var api = Api
            .Edited("minor-units }", "minor-units, amount: value, currency: code }")
            .Edited("order.sum: { type: money, currency-at: unit,", "order.sum: { type: money,");

        var sum = Gateway.BindApi(api).Model!.Request.Member("order")!.Member("sum")!;

        Assert.Equal(("order.sum.value", "order.sum.code"), (sum.AmountPath, sum.CurrencyPath));
    }

    [Theory]
    [InlineData("order.unit: { type: string }", "APM0008 'order.unit' is the currency of 'order.sum', which the API declares: remove this field")]
    [InlineData("order.unit.code: { type: string }", "APM0008 'order.unit' is the currency of 'order.sum', which the API declares: remove this field")]
    [InlineData("order.tip: { type: money }", "APM0003 the members of this money are not known")]
    [InlineData("order.sum: { currency-at: other }", "APM0009 the currency at 'other' is different")]
    [InlineData("order.tip: { type: money, currency-at: unit }", "")]
    [InlineData("order.sum: { currency-at: unit }", "")]
    public void A_method_keeps_the_currency_of_its_API(string field, string message)
    {
        var found = Gateway.BindMethod(Method + "  " + field + "\n", Api).Diagnostics;

        Assert.StartsWith(message, string.Join("; ", found.Select(one => one.Rule.Id + " " + one.Message)), StringComparison.Ordinal);
        Assert.Equal(message.Length == 0, found.Count == 0);
    }
}
