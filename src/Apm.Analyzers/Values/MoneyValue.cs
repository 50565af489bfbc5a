using Apm.Iso;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>An amount of money whose amount or currency may be known.</summary>
/// <param name="Amount">In major or in minor units.</param>
internal sealed record MoneyValue(Value Amount, Value Currency, bool IsMajor, Origin Origin) : Value
{
    public string? Code => Currency is ConstantValue { Constant: string code } ? code : null;

    /// <summary>In minor units of ISO 4217; null if the amount or its unit is not known.</summary>
    public long? MinorUnits
    {
        get
        {
            if (Numbers.Of(Amount) is not { } amount || Factor is not { } factor)
            {
                return null;
            }

            return Math.Abs(amount) <= long.MaxValue / factor && decimal.Truncate(amount * factor) == amount * factor ? (long)(amount * factor) : null;
        }
    }

    /// <summary>How many minor units the unit of the amount has; null if that is not known.</summary>
    public decimal? Factor
    {
        get
        {
            var factor = 1m;
            for (var decimals = IsMajor ? (Iso4217.TryGetExponent(Code, out var exponent) ? exponent : -1) : 0; decimals != 0; decimals--)
            {
                if (decimals < 0)
                {
                    return null;
                }

                factor *= 10m;
            }

            return factor;
        }
    }

    /// <summary>Whether the creation of the money throws: the amount has more decimals than its currency, or it is too large.</summary>
    public bool IsRefused => IsMajor && Numbers.Of(Amount) is not null && Iso4217.TryGetExponent(Code, out _) && MinorUnits is null;

    public override Value Via(SyntaxNode expression) => this with
    {
        Amount = Amount.Via(expression),
        Currency = Currency.Via(expression),
        Origin = Origin.Via(expression),
    };

    public bool Equals(MoneyValue? other) => other is not null && IsMajor == other.IsMajor && Amount.Equals(other.Amount) && Currency.Equals(other.Currency);

    public override int GetHashCode() => Amount.GetHashCode() ^ Currency.GetHashCode();
}
