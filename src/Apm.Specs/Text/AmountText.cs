using System.Globalization;
using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>Amounts of money as specs have them: plain decimals in major units with a dot before the decimals.</summary>
internal static class AmountText
{
    private const int MaxDigits = 18;

    /// <returns>Minor units; null where the amount is reported.</returns>
    public static long? Read(ScalarSyntax scalar, string currency, int exponent, DiagnosticBag report)
    {
        var text = scalar.Value.Trim();
        if (Problem(text, currency, exponent) is { } problem)
        {
            report.Add(SpecDescriptors.Decimals, scalar.Span, problem);
            return null;
        }

        var dot = text.IndexOf('.');
        var decimals = dot < 0 ? 0 : text.Length - dot - 1;
        var digits = text.Replace(".", "") + new string('0', exponent - decimals);
        return digits.TrimStart('0').Length <= MaxDigits ? long.Parse(digits, CultureInfo.InvariantCulture) : TooLarge(scalar, report);
    }

    private static long? TooLarge(ScalarSyntax scalar, DiagnosticBag report)
    {
        report.Add(
            SpecDescriptors.Decimals,
            scalar.Span,
            $"{MessageText.Of(scalar.Value)} has more than {MaxDigits} digits in minor units: write a smaller amount, or remove the limit");
        return null;
    }

    private static string? Problem(string text, string currency, int exponent)
    {
        var quoted = MessageText.Of(text);
        if (text.Length > 0 && text[0] is '-' or '+')
        {
            return $"{quoted} has a sign, but an amount must not be negative: write '{MessageText.Plain(text.Substring(1))}'";
        }

        if (Regex.IsMatch(text, @"\A[0-9.]+[eE][+-]?[0-9]+\z"))
        {
            return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value < 1_000_000_000_000_000
                ? $"{quoted} has an exponent: write {value.ToString("0.############################", CultureInfo.InvariantCulture)}"
                : $"{quoted} has an exponent: write the amount out, such as 1000";
        }

        if (Regex.IsMatch(text, @"\A[0-9]+(\.[0-9]+)?\z"))
        {
            return Decimals(text, currency, exponent);
        }

        if (Regex.IsMatch(text, @"\A[0-9][0-9.,_ '\u00a0\u202f\u2019]*\z"))
        {
            return $"{quoted} groups digits, which is not allowed in specs: write {Ungrouped(text, exponent)}, with a dot only before the decimals";
        }

        if (text.EndsWith(" " + currency, StringComparison.Ordinal) || text.StartsWith(currency + " ", StringComparison.Ordinal))
        {
            return $"{quoted} names the currency again: write the number alone";
        }

        return $"{quoted} is not an amount: write a plain decimal, such as 1000 or 0.50";
    }

    private static string? Decimals(string text, string currency, int exponent)
    {
        var dot = text.IndexOf('.');
        var decimals = dot < 0 ? 0 : text.Length - dot - 1;
        var isGrouping = decimals == 3 && dot is >= 1 and <= 3 && text[0] != '0';
        if (exponent >= 3 && decimals == 3)
        {
            var minor = (text.Replace(".", "") + new string('0', exponent - decimals)).TrimStart('0').PadLeft(1, '0');
            return $"{MessageText.Of(text)} can be read in two ways, because {currency} has "
                + $"{exponent.ToString(CultureInfo.InvariantCulture)} decimals and documentation also groups digits by three: "
                + $"write {{ minor: {minor} }} if the dot is the decimal point"
                + (isGrouping ? $", or {text.Replace(".", "")} if the dot groups digits" : "");
        }

        if (decimals <= exponent)
        {
            return null;
        }

        var has = exponent switch { 0 => "none", 1 => "one", _ => exponent.ToString(CultureInfo.InvariantCulture) };
        return $"{MessageText.Of(text)} has {decimals} decimals and {currency} has {has}: " + (isGrouping
            ? $"a dot is the decimal point here, so this reads as {InWords(text.Substring(0, dot))}; if the dot groups digits, write {text.Replace(".", "")}"
            : $"write at most {exponent.ToString(CultureInfo.InvariantCulture)} after the dot");
    }

    // The last separator goes before decimals if it is another than the rest, or if it has not three digits after it.
    private static string Ungrouped(string text, int exponent)
    {
        var last = text.LastIndexOfAny(['.', ',']);
        var after = last < 0 ? 0 : text.Length - last - 1;
        var isDecimal = last >= 0 && after is 1 or 2 && after <= exponent;
        var digits = Regex.Replace(isDecimal ? text.Substring(0, last) : text, "[^0-9]", "");
        return isDecimal ? digits + "." + text.Substring(last + 1) : digits;
    }

    private static string InWords(string whole) =>
        whole switch
        {
            "1" => "one",
            "2" => "two",
            "3" => "three",
            "5" => "five",
            "10" => "ten",
            "20" => "twenty",
            "25" => "twenty-five",
            "50" => "fifty",
            "100" => "a hundred",
            _ => whole,
        };
}
