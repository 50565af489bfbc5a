namespace Apm.Specs.Tests;

/// <summary>What stands under <c>to:</c> of an <c>equal</c> rule.</summary>
public class SumTests
{
    private const string Fields = """
          cart.lines[].cost: { type: minor-units }
          cart.lines[].count: { type: integer, default: 1 }
          cart.lines[].total: { type: minor-units }
          cart.tax-sum: { type: minor-units }
          cart.total: { type: minor-units }

        """;

    [Theory]
    [InlineData("1 + 2 * 3 - 4", "((1 + (2 * 3)) - 4)")]
    [InlineData("(1 + 2) * (3 - (4))", "((1 + 2) * (3 - 4))")]
    [InlineData("tax-sum - 1", "(cart.tax-sum - 1)")]
    [InlineData("order.count+2*cart.tax-sum", "(order.count + (2 * cart.tax-sum))")]
    [InlineData("sum(lines[].cost) * sum( cart.lines[].count )", "(sum(cart.lines, cost, 0) * sum(cart.lines, count, 1))")]
    public void Terms(string to, string meaning)
    {
        var bound = Bind("cart.total", to);

        Assert.Empty(bound.Diagnostics);
        Assert.Equal(meaning, Text(bound.Model!.Rules.Single().To!));
    }

    [Fact]
    public void A_field_of_an_item_stands_beside_others_of_the_same_item()
    {
        var rule = Bind("cart.lines[].total", "cost * count + cart.tax-sum").Model!.Rules.Single();

        Assert.Equal("cart.lines", rule.List);
        Assert.Equal("((cart.lines[].cost * cart.lines[].count) + cart.tax-sum)", Text(rule.To!));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("'-'")]
    [InlineData("'1 +'")]
    [InlineData("'+ 1'")]
    [InlineData("'-1'")]
    [InlineData("'1 2'")]
    [InlineData("')('")]
    [InlineData("'(1'")]
    [InlineData("'sum'")]
    [InlineData("'sum('")]
    [InlineData("'sum(1)'")]
    [InlineData("'sum(sum(lines[].cost))'")]
    [InlineData("'1.5'")]
    [InlineData("'99999999999999999999'")]
    [InlineData("'١'")]
    [InlineData("\"1 \\0 + 2\"")]
    [InlineData("[1]")]
    [InlineData("{ a: 1 }")]
    public void What_is_no_term_is_reported_once_and_dropped(string to)
    {
        var bound = Bind("cart.total", to);

        Assert.Single(bound.Diagnostics);
        Assert.Empty(bound.Model!.Rules);
    }

    [Fact]
    public void Terms_are_bounded()
    {
        Assert.Equal(SpecDescriptors.TooMuch, Assert.Single(Bind("cart.total", string.Concat(Enumerable.Repeat("1 + ", 200)) + "1").Diagnostics).Rule);
        Assert.Equal(
            SpecDescriptors.TooMuch,
            Assert.Single(Bind("cart.total", "'" + new string('(', 200) + "1" + new string(')', 200) + "'").Diagnostics).Rule);
    }

    private static BoundMethod Bind(string field, string to) => Gateway.BindMethod(Gateway.Method + Fields + $"rules:\n  - equal: {field}\n    to: {to}\n");

    private static string Text(TermModel term) => term switch
    {
        NumberTerm number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FieldTerm field => field.Path,
        SumTerm sum => $"sum({sum.List}, {sum.Path}, {sum.Absent})",
        OperationTerm operation => $"({Text(operation.Left)} {operation.Operator} {Text(operation.Right)})",
        _ => throw new ArgumentException(term.ToString()),
    };
}
