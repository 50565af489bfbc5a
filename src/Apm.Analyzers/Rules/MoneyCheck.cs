using Apm.Iso;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Checks whether a method accepts an amount of money: its currency, and its amount in that currency.</summary>
internal static class MoneyCheck
{
    public static void Run(FieldConstraints field, MoneyValue money, FindingSink report)
    {
        if (money.Code is { } code && field.Currencies.Length > 0 && !field.Currencies.Contains(code))
        {
            Refuse(field, code, money, report);
            return;
        }

        if (money.Amount is UnknownValue { IsDoubted: false } unknown)
        {
            Bounds(field, money, unknown, report);
            return;
        }

        if (money.MinorUnits is not { } amount || money.Amount is not ConstantValue written)
        {
            return;
        }

        var limit = field.Limits.FirstOrDefault(limit => limit.Currency == money.Code);
        if (limit is not null && (amount > limit.Max || amount < limit.Min))
        {
            Exceed(
                field,
                amount,
                limit.Min,
                limit.Max,
                money,
                written,
                FindingSink.Source(field.MethodSpec ?? field.Spec, $"limits.{limit.Currency}.{(amount > limit.Max ? "max" : "min")}"),
                report);
        }
        else if (field.Range is { } range && (amount > range.Max || amount < range.Min))
        {
            Exceed(field, amount, range.Min, range.Max, money, written, FindingSink.Source(field.Spec, field.Path + ".minor-units"), report);
        }
    }

    /// <summary>Checks what must hold for money in any place.</summary>
    /// <param name="isAccepted">Whether some spec accepts a code that is not in ISO 4217.</param>
    public static void Run(MoneyValue money, Func<string, bool> isAccepted, FindingSink report)
    {
        if (money is not { Code: { Length: > 0 } code, Currency: ConstantValue currency })
        {
            return;
        }

        if (Iso4217.IsWithdrawn(code))
        {
            report.Add(UsageDescriptors.UnknownCurrency, currency.Origin, $"{MessageText.Of(code)} is a withdrawn currency of ISO 4217");
        }
        else if (!Iso4217.IsKnown(code) && !isAccepted(code))
        {
            // Only swapped letters identify one of so many codes.
            var active = Iso4217.ActiveCodes();
            var same = CodeCorrection.Same(code, FieldType.Currency, active);
            var nearest = same is null ? LikelyCodes.Of(code, FieldType.Currency) ?? SpellingSuggestion.Swapped(code, active) : null;
            var meant = same ?? nearest;
            report.Add(
                UsageDescriptors.UnknownCurrency,
                currency.Origin,
                $"{MessageText.Of(code)} is not a currency of ISO 4217{(meant is null ? "" : $"; did you mean {MessageText.Of(meant)}?")}",
                (FixProperties.Written, code),
                (FixProperties.Same, same),
                (FixProperties.Nearest, nearest));
        }

        if (money.IsMajor
            && money.Amount is ConstantValue { Origin: var origin }
            && Numbers.Of(money.Amount) is { } amount
            && Iso4217.TryGetExponent(code, out var decimals)
            && decimal.Round(amount, decimals) != amount)
        {
            var written = amount.ToString(System.Globalization.CultureInfo.InvariantCulture);
            report.Add(
                UsageDescriptors.Decimals,
                origin,
                $"{written} has more decimals than {code}, which has {decimals}; Money.FromMajor does not round",
                (FixProperties.Written, written),
                (FixProperties.Currency, code));
        }
    }

    private static void Refuse(FieldConstraints field, string code, MoneyValue money, FindingSink report)
    {
        var found = code.Length == 0 ? "This money has no currency" : MessageText.Of(code) + " is not accepted";
        var source = FindingSink.Source(field.MethodSpec ?? field.Spec, "currencies");
        var message = $"{found}; the currency of {FindingSink.Named(field)} {CurrencyText.Accepted(field.Currencies)}{source}";

        report.Add(
            UsageDescriptors.Currency,
            (money.Currency as ConstantValue)?.Origin,
            message,
            FindingSink.Fix(code, FieldType.Currency, field.Currencies, field.MethodSpec));
    }

    /// <summary>Checks the bounds that a condition gives to an unknown amount.</summary>
    private static void Bounds(FieldConstraints field, MoneyValue money, UnknownValue amount, FindingSink report)
    {
        if (field.Limits.FirstOrDefault(limit => limit.Currency == money.Code) is not { } limit
            || money.Factor is not { } factor)
        {
            return;
        }

        var (max, min) = (limit.Max / factor, limit.Min / factor);
        if (amount.Above is { } above && (above.At > max || (above.At == max && !above.Inclusive)))
        {
            Report(UsageDescriptors.Maximum, "at least", "more than", above, LimitText.Max(Amounts.Both(limit.Max, limit.Currency)), "max");
        }
        else if (amount.Below is { } below && (below.At < min || (below.At == min && !below.Inclusive)))
        {
            Report(UsageDescriptors.Minimum, "at most", "less than", below, LimitText.Min(Amounts.Both(limit.Min, limit.Currency)), "min");
        }

        void Report(DiagnosticDescriptor rule, string inclusive, string exclusive, UnknownValue.Bound bound, string must, string key)
        {
            var number = bound.At.ToString(System.Globalization.CultureInfo.InvariantCulture);
            report.Add(
                rule,
                null,
                $"This amount is {(bound.Inclusive ? inclusive : exclusive)} {number}{(money.IsMajor ? "" : " minor units")} here; "
                    + $"{FindingSink.Named(field)} must be {must}{FindingSink.Source(field.MethodSpec ?? field.Spec, $"limits.{limit.Currency}.{key}")}");
        }
    }

    private static void Exceed(
        FieldConstraints field,
        long amount,
        long min,
        long max,
        MoneyValue money,
        ConstantValue written,
        string source,
        FindingSink report)
    {
        var isAbove = amount > max;
        var limit = isAbove ? max : min;
        Func<long, string> text = minorUnits => money.Code is { } code ? Amounts.Both(minorUnits, code) : Amounts.Minor(minorUnits);
        var problem = isAbove ? "exceeds the maximum" : "is below the minimum";
        var bound = isAbove ? LimitText.Max(text(limit)) : LimitText.Min(text(limit));
        var message = $"{text(amount)} {problem}; {FindingSink.Named(field)} must be {bound}{source}";
        report.Add(
            isAbove ? UsageDescriptors.Maximum : UsageDescriptors.Minimum,
            written.Origin,
            message,
            (FixProperties.Written, Numbers.Of(written)?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (FixProperties.IsMajor, money.IsMajor ? "true" : null),
            (FixProperties.LimitMinorUnits, limit.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (FixProperties.Currency, money.Code),
            (FixProperties.MeantMinorUnits, Meant(money, written, min, max)));
    }

    // 12850 in major units was meant in minor units, or the reverse, if the one is allowed and the other is not.
    private static string? Meant(MoneyValue money, ConstantValue written, long min, long max)
    {
        var other = money with { IsMajor = !money.IsMajor };
        return written.Constant is long or decimal && other.MinorUnits is { } units && units >= min && units <= max
            ? units.ToString(System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
