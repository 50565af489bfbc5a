namespace Apm;

public readonly partial record struct Money
{
    /// <summary>Adds two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money operator +(Money left, Money right) =>
        new(checked(left.MinorUnits + right.MinorUnits), Same(left, right));

    /// <summary>Subtracts an amount from another of the same currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The difference does not fit.</exception>
    public static Money operator -(Money left, Money right) =>
        new(checked(left.MinorUnits - right.MinorUnits), Same(left, right));

    /// <summary>Multiplies an amount by a quantity.</summary>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public static Money operator *(Money money, long quantity) => new(checked(money.MinorUnits * quantity), money.Currency);

    /// <summary>Multiplies an amount by a quantity.</summary>
    /// <exception cref="OverflowException">The product does not fit.</exception>
    public static Money operator *(long quantity, Money money) => money * quantity;

    /// <summary>Whether the left amount is smaller.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left amount is larger.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left amount is smaller or equal.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left amount is larger or equal.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Adds amounts of one currency.</summary>
    /// <param name="amounts">The amounts, such as those of the lines of an order.</param>
    /// <param name="currency">The currency of all amounts. Without amounts, the sum is zero in this currency.</param>
    /// <exception cref="InvalidOperationException">An amount has another currency.</exception>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public static Money Sum(IEnumerable<Money> amounts, string currency)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return amounts.Aggregate(new Money(0, currency), (sum, amount) => sum + amount);
    }

    /// <summary>Divides the amount into equal parts, without the loss of a minor unit: 10.00 in three parts is 3.34, 3.33 and 3.33.</summary>
    /// <param name="parts">The number of parts, at least one.</param>
    /// <returns>The parts, whose sum is the amount. They differ by at most one minor unit; the larger ones are first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="parts"/> is less than one.</exception>
    public Money[] Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var weights = new long[parts];
        Array.Fill(weights, 1);
        return Allocate(weights);
    }

    /// <summary>Divides the amount in proportion to weights, without the loss of a minor unit: 10.00 by 2 and 1 is 6.67 and 3.33.</summary>
    /// <param name="weights">
    /// The weights, such as the totals of order lines among which a discount is divided. None is negative, and their sum is positive.
    /// </param>
    /// <returns>
    /// One part for each weight, whose sum is the amount. Each part is rounded toward zero; the minor units that are left go to the parts that
    /// lost most by rounding, and to the first of equal ones.
    /// </returns>
    /// <exception cref="ArgumentException">A weight is negative, or there is no positive weight.</exception>
    public Money[] Allocate(params ReadOnlySpan<long> weights)
    {
        Int128 total = 0;
        foreach (var weight in weights)
        {
            total += weight >= 0 ? weight : throw new ArgumentException($"The weight {weight} is negative.", nameof(weights));
        }

        if (total == 0)
        {
            throw new ArgumentException("An amount can be divided only if a weight is positive.", nameof(weights));
        }

        var magnitude = Int128.Abs(MinorUnits);
        var left = magnitude;
        var shares = new (Int128 Whole, Int128 Lost, int Index)[weights.Length];
        for (var index = 0; index < weights.Length; index++)
        {
            var (whole, lost) = Int128.DivRem(magnitude * weights[index], total);
            shares[index] = (whole, lost, index);
            left -= whole;
        }

        var parts = new Money[shares.Length];
        foreach (var (whole, _, index) in shares.OrderByDescending(share => share.Lost))
        {
            var units = left > 0 ? whole + 1 : whole;
            left--;
            parts[index] = new Money((long)(MinorUnits < 0 ? -units : units), Currency);
        }

        return parts;
    }

    private static string Same(Money left, Money right) => string.Equals(left._currency, right._currency, StringComparison.Ordinal)
        ? left.Currency
        : throw new InvalidOperationException($"'{left.Currency}' and '{right.Currency}' are different currencies: convert one of the amounts first.");
}
