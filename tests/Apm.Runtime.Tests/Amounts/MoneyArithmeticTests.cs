using CsCheck;

namespace Apm.Tests.Amounts;

public class MoneyArithmeticTests
{
    [Fact]
    public void A_quantity_multiplies_the_minor_units()
    {
        Assert.Equal(new Money(3750, "HKD"), new Money(1250, "HKD") * 3);
        Assert.Equal(new Money(-500, "JPY"), -1 * new Money(500, "JPY"));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue / 2 + 1, "HKD") * 2);
    }

    [Fact]
    public void A_sum_has_one_currency_and_is_zero_without_amounts()
    {
        Assert.Equal(new Money(600, "HKD"), Money.Sum([new(100, "HKD"), new(200, "HKD"), new(300, "HKD")], "HKD"));
        Assert.Equal(new Money(0, "HKD"), Money.Sum([], "HKD"));
        Assert.Throws<InvalidOperationException>(() => Money.Sum([new(100, "HKD"), new(200, "EUR")], "HKD"));
        Assert.Throws<InvalidOperationException>(() => Money.Sum([new(100, "EUR")], "HKD"));
        Assert.Throws<OverflowException>(() => Money.Sum([new(long.MaxValue, "HKD"), new(1, "HKD")], "HKD"));
        Assert.Throws<ArgumentNullException>(() => Money.Sum(null!, "HKD"));
    }

    [Theory]
    [InlineData(1000, 3, new long[] { 334, 333, 333 })]
    [InlineData(-1000, 3, new long[] { -334, -333, -333 })]
    [InlineData(2, 3, new long[] { 1, 1, 0 })]
    [InlineData(0, 2, new long[] { 0, 0 })]
    [InlineData(7, 1, new long[] { 7 })]
    public void Equal_parts_differ_by_at_most_one_minor_unit(long minorUnits, int parts, long[] expected) =>
        Assert.Equal(expected, new Money(minorUnits, "HKD").Split(parts).Select(part => part.MinorUnits));

    [Theory]
    [InlineData(1000, new long[] { 2, 1 }, new long[] { 667, 333 })]
    [InlineData(1000, new long[] { 1, 2 }, new long[] { 333, 667 })]
    [InlineData(100, new long[] { 0, 1, 0 }, new long[] { 0, 100, 0 })]
    [InlineData(5, new long[] { 1, 1 }, new long[] { 3, 2 })]
    [InlineData(long.MinValue, new long[] { 1 }, new long[] { long.MinValue })]
    [InlineData(long.MaxValue, new long[] { long.MaxValue, long.MaxValue }, new long[] { 4611686018427387904, 4611686018427387903 })]
    public void A_part_is_in_proportion_to_its_weight(long minorUnits, long[] weights, long[] expected) =>
        Assert.Equal(expected, new Money(minorUnits, "HKD").Allocate(weights).Select(part => part.MinorUnits));

    [Fact]
    public void No_minor_unit_is_lost_and_each_part_is_within_one_of_its_share() =>
        Gen.Select(Gen.Long, Gen.Long[0, long.MaxValue].Array[1, 9].Where(weights => weights.Any(weight => weight > 0))).Sample((minorUnits, weights) =>
        {
            var parts = new Money(minorUnits, "EUR").Allocate(weights);
            Assert.All(parts, part => Assert.Equal("EUR", part.Currency));
            Assert.Equal(minorUnits, parts.Aggregate((Int128)0, (sum, part) => sum + part.MinorUnits));
            var total = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
            foreach (var (part, weight) in parts.Zip(weights))
            {
                var floor = Int128.Abs(minorUnits) * weight / total;
                Assert.InRange(Int128.Abs(part.MinorUnits), floor, weight == 0 ? floor : floor + 1);
            }
        });

    [Fact]
    public void Weights_that_divide_nothing_are_refused()
    {
        var money = new Money(1, "HKD");
        Assert.Throws<ArgumentOutOfRangeException>(() => money.Split(0));
        Assert.Throws<ArgumentException>(() => money.Allocate());
        Assert.Throws<ArgumentException>(() => money.Allocate(0, 0));
        Assert.Contains("-1 is negative", Assert.Throws<ArgumentException>(() => money.Allocate(2, -1)).Message, StringComparison.Ordinal);
    }
}
