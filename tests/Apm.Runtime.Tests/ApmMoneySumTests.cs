namespace Apm.Tests;

public class ApmMoneySumTests
{
    [Fact]
    public void Amounts_of_one_currency_are_added_subtracted_and_multiplied()
    {
        var sum = Of(100, "EUR").Times(ApmAmount.Of(3)).Plus(Of(50, "EUR")).Minus(Of(25, "EUR"));

        Assert.True(sum.Is(new Money(325, "EUR")));
        Assert.False(sum.Is(new Money(325, "SEK")));
        Assert.False(sum.Is(new Money(324, "EUR")));
        Assert.False(sum.Is(null));
    }

    [Fact]
    public void An_absent_amount_is_0_in_any_currency()
    {
        Assert.True(ApmMoneySum.Of(null).Plus(Of(5, "SEK")).Is(new Money(5, "SEK")));
        Assert.True(default(ApmMoneySum).Is(new Money(0, "EUR")));
    }

    [Fact]
    public void Amounts_of_two_currencies_equal_nothing()
    {
        var mixed = Of(5, "EUR").Plus(Of(5, "SEK"));

        Assert.False(mixed.Is(new Money(10, "EUR")));
        Assert.False(mixed.Minus(Of(5, "SEK")).Is(new Money(5, "EUR")));
        Assert.False(Of(0, "SEK").Plus(Of(5, "EUR")).Is(new Money(5, "EUR")));
    }

    [Fact]
    public void An_amount_that_does_not_fit_equals_nothing() =>
        Assert.False(Of(long.MaxValue, "EUR").Plus(Of(1, "EUR")).Minus(Of(1, "EUR")).Is(new Money(long.MaxValue, "EUR")));

    private static ApmMoneySum Of(long amount, string currency) => ApmMoneySum.Of(new Money(amount, currency));
}
