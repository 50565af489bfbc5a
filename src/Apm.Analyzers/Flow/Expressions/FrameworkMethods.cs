using System.Globalization;

namespace Apm.Analyzers;

/// <summary>
/// Methods of the framework that compute a result from constants alone, and give the same result in each culture and on each runtime.
/// A call that would throw has no result.
/// </summary>
internal static class FrameworkMethods
{
    /// <summary>A longer text is not worth its memory.</summary>
    public const long MaxLength = 10_000;

    /// <summary>Stands for an argument that is the invariant culture.</summary>
    public static readonly IFormatProvider Invariant = CultureInfo.InvariantCulture;

    private static readonly Dictionary<string, Func<object?[], object?>> s_methods = new(StringComparer.Ordinal)
    {
        ["Math.Round"] = Round,
        ["Decimal.Round"] = Round,
        ["Math.Ceiling"] = Ceiling,
        ["Decimal.Ceiling"] = Ceiling,
        ["Math.Floor"] = Floor,
        ["Decimal.Floor"] = Floor,
        ["Math.Truncate"] = Truncate,
        ["Decimal.Truncate"] = Truncate,
        ["Math.Abs"] = Abs,
        ["Decimal.Abs"] = Abs,
        ["Decimal.Add"] = arguments => arguments is [decimal left, decimal right] ? left + right : null,
        ["Decimal.Subtract"] = arguments => arguments is [decimal left, decimal right] ? left - right : null,
        ["Decimal.Multiply"] = arguments => arguments is [decimal left, decimal right] ? left * right : null,
        ["Decimal.Divide"] = arguments => arguments is [decimal left, decimal right and not 0] ? left / right : null,
        ["Decimal.Negate"] = arguments => arguments is [decimal number] ? -number : null,
        ["Decimal.ToInt64"] = arguments => arguments is [decimal number] ? decimal.ToInt64(number) : null,
        ["Decimal.ToInt32"] = arguments => arguments is [decimal number] ? decimal.ToInt32(number) : null,
        ["Convert.ToInt64"] = arguments => Whole(arguments) is { } number ? decimal.ToInt64(number) : null,
        ["Convert.ToInt32"] = arguments => Whole(arguments) is { } number ? decimal.ToInt32(number) : null,
        ["Convert.ToDecimal"] = arguments => arguments switch
        {
            [decimal number] => number,
            [long number] => (decimal)number,
            [double number] => (decimal)number,
            [string, ..] => ParseDecimal(arguments),
            _ => null,
        },
        ["Int32.Parse"] = arguments => ParseWhole(arguments) is { } number ? checked((int)number) : null,
        ["Int64.Parse"] = arguments => ParseWhole(arguments),
        ["Decimal.Parse"] = arguments => ParseDecimal(arguments),
        ["String.Substring"] = arguments => arguments switch
        {
            [string text, long start] => text.Substring(checked((int)start)),
            [string text, long start, long length] => text.Substring(checked((int)start), checked((int)length)),
            _ => null,
        },
        ["String.Replace"] = arguments => arguments switch
        {
            [string text, string { Length: > 0 } old, string or null] => text.Replace(old, (string?)arguments[2] ?? ""),
            [string text, char old, char other] => text.Replace(old, other),
            [string text, string { Length: > 0 } old, string or null, StringComparison.Ordinal] => text.Replace(old, (string?)arguments[2] ?? ""),
            _ => null,
        },
        ["String.PadLeft"] = arguments => arguments switch
        {
            [string text, long width and <= MaxLength] => text.PadLeft((int)width),
            [string text, long width and <= MaxLength, char pad] => text.PadLeft((int)width, pad),
            _ => null,
        },
        ["String.PadRight"] = arguments => arguments switch
        {
            [string text, long width and <= MaxLength] => text.PadRight((int)width),
            [string text, long width and <= MaxLength, char pad] => text.PadRight((int)width, pad),
            _ => null,
        },
        ["String.Insert"] = arguments => arguments is [string text, long start, string part] ? text.Insert(checked((int)start), part) : null,
        ["String.Remove"] = arguments => arguments switch
        {
            [string text, long start] => text.Remove(checked((int)start)),
            [string text, long start, long count] => text.Remove(checked((int)start), checked((int)count)),
            _ => null,
        },
        ["String.Trim"] = arguments => arguments is [string text, char blank] ? text.Trim(blank) : null,
        ["String.TrimStart"] = arguments => arguments is [string text, char blank] ? text.TrimStart(blank) : null,
        ["String.TrimEnd"] = arguments => arguments is [string text, char blank] ? text.TrimEnd(blank) : null,
        ["String.ToUpper"] = arguments => IsWithoutI(arguments) ? ((string)arguments[0]!).ToUpperInvariant() : null,
        ["String.ToLower"] = arguments => IsWithoutI(arguments) ? ((string)arguments[0]!).ToLowerInvariant() : null,
        ["String.IndexOf"] = arguments => arguments is [string text, char part] ? text.IndexOf(part) : null,
        ["String.LastIndexOf"] = arguments => arguments is [string text, char part] ? text.LastIndexOf(part) : null,
        ["String.Contains"] = arguments => arguments switch
        {
            [string text, string part] => text.Contains(part),
            [string text, char part] => text.IndexOf(part) >= 0,
            _ => null,
        },
        ["String.StartsWith"] = arguments => arguments switch
        {
            [string text, char part] => text.Length > 0 && text[0] == part,
            [string text, string part, StringComparison and (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase) and var how] =>
                text.StartsWith(part, how),
            _ => null,
        },
        ["String.EndsWith"] = arguments => arguments switch
        {
            [string text, char part] => text.Length > 0 && text[text.Length - 1] == part,
            [string text, string part, StringComparison and (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase) and var how] =>
                text.EndsWith(part, how),
            _ => null,
        },
        ["Char.ToUpperInvariant"] = arguments => arguments is [char letter] ? char.ToUpperInvariant(letter) : null,
        ["Char.ToLowerInvariant"] = arguments => arguments is [char letter] ? char.ToLowerInvariant(letter) : null,
    };

    public static bool Has(string method) => s_methods.ContainsKey(method);

    /// <param name="method">The type and the name, such as <c>Math.Round</c>.</param>
    /// <param name="arguments">A string, bool, char, long, decimal, double or null, an enum of the framework, or <see cref="Invariant"/>.</param>
    /// <returns>Null if the result is not known.</returns>
    public static object? Evaluate(string method, object?[] arguments)
    {
        try
        {
            return s_methods[method](arguments);
        }
        catch (Exception exception) when (exception is ArithmeticException or ArgumentException or FormatException)
        {
            return null;
        }
    }

    private static object? Round(object?[] arguments) => arguments switch
    {
        [decimal number] => decimal.Round(number),
        [decimal number, MidpointRounding rounding] => Round(number, 0, rounding),
        [decimal number, long and >= 0 and <= 28 and var decimals] => decimal.Round(number, (int)decimals),
        [decimal number, long and >= 0 and <= 28 and var decimals, MidpointRounding rounding] => Round(number, (int)decimals, rounding),
        // With decimals, the result depends on the runtime.
        [double number] => Math.Round(number),
        [double number, MidpointRounding and (MidpointRounding.ToEven or MidpointRounding.AwayFromZero) and var rounding] => Math.Round(number, rounding),
        _ => null,
    };

    // The other directions are not in .NET Standard.
    private static object? Round(decimal number, int decimals, MidpointRounding rounding)
    {
        var unit = 1m;
        for (var place = 0; place < decimals; place++)
        {
            unit /= 10;
        }

        return (int)rounding switch
        {
            0 or 1 => decimal.Round(number, decimals, rounding),
            2 => decimal.Truncate(number / unit) * unit,
            3 => decimal.Floor(number / unit) * unit,
            4 => decimal.Ceiling(number / unit) * unit,
            _ => null,
        };
    }

    private static object? Ceiling(object?[] arguments) => arguments switch
    {
        [decimal number] => decimal.Ceiling(number),
        [double number] => Math.Ceiling(number),
        _ => null,
    };

    private static object? Floor(object?[] arguments) => arguments switch
    {
        [decimal number] => decimal.Floor(number),
        [double number] => Math.Floor(number),
        _ => null,
    };

    private static object? Truncate(object?[] arguments) => arguments switch
    {
        [decimal number] => decimal.Truncate(number),
        [double number] => Math.Truncate(number),
        _ => null,
    };

    private static object? Abs(object?[] arguments) => arguments switch
    {
        [decimal number] => Math.Abs(number),
        [double number] => Math.Abs(number),
        // The absolute value of the minimum of a type throws.
        [long and not (sbyte.MinValue or short.MinValue or int.MinValue or long.MinValue) and var number] => Math.Abs(number),
        _ => null,
    };

    /// <summary>As <c>Convert</c> makes a whole number.</summary>
    private static decimal? Whole(object?[] arguments) => arguments switch
    {
        [long number] => number,
        [char letter] => letter,
        [bool truth] => truth ? 1 : 0,
        [decimal number] => decimal.Round(number),
        [double and > -1e15 and < 1e15 and var number] => (decimal)Math.Round(number),
        [string, ..] => ParseWhole(arguments),
        _ => null,
    };

    private static long? ParseWhole(object?[] arguments) => arguments switch
    {
        [string text] when IsDigits(text) => long.Parse(text, NumberStyles.None, Invariant),
        [string text, IFormatProvider] when text.All(IsInNumber) => long.Parse(text, NumberStyles.Integer, Invariant),
        [string text, NumberStyles style, IFormatProvider] when text.All(IsInNumber) => long.Parse(text, style, Invariant),
        _ => null,
    };

    private static object? ParseDecimal(object?[] arguments) => arguments switch
    {
        [string text] when IsDigits(text) => decimal.Parse(text, NumberStyles.None, Invariant),
        [string text, IFormatProvider] when text.All(IsInNumber) => decimal.Parse(text, NumberStyles.Number, Invariant),
        [string text, NumberStyles style, IFormatProvider] when text.All(IsInNumber) => decimal.Parse(text, style, Invariant),
        _ => null,
    };

    private static bool IsDigits(string text) => text.Length > 0 && text.All(c => c is >= '0' and <= '9');

    private static bool IsInNumber(char c) => c is (>= '0' and <= '9') or '.' or ',' or '-';

    // In Turkish, i and I are no pair.
    private static bool IsWithoutI(object?[] arguments) => arguments switch
    {
        [string text] => text.All(c => c < 128 && c is not ('i' or 'I')),
        [string, IFormatProvider] => true,
        _ => false,
    };
}
