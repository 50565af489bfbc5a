using Apm.Iso;

namespace Apm;

/// <content>Identifiers, locales, dates and maps.</content>
public static partial class ApmChecks
{
    /// <summary>The time by which days are counted.</summary>
    internal static TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Whether a text is a CPF with valid check digits. Dots, hyphens and slashes are ignored.</summary>
    public static bool HasCpfCheckDigits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<int> values = stackalloc int[11];
        return TryRead(text, values, letters: false) && values[9] == Modulo11(values[..9], 10) && values[10] == Modulo11(values[..10], 11);
    }

    /// <summary>Whether a text is a CNPJ, in digits or with letters, with valid check digits. Dots, hyphens and slashes are ignored.</summary>
    public static bool HasCnpjCheckDigits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<int> values = stackalloc int[14];
        return TryRead(text, values, letters: true) && values[12] == Modulo11(values[..12], 9) && values[13] == Modulo11(values[..13], 9);
    }

    /// <summary>Whether a text is an ABA routing number with a valid check digit. Dots, hyphens and slashes are ignored.</summary>
    public static bool HasAbaCheckDigits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<int> values = stackalloc int[9];
        if (!TryRead(text, values, letters: false))
        {
            return false;
        }

        var sum = 0;
        for (var at = 0; at < values.Length; at += 3)
        {
            sum += (3 * values[at]) + (7 * values[at + 1]) + values[at + 2];
        }

        return sum % 10 == 0;
    }

    /// <summary>Whether a text is a language of ISO 639-1 and a country of ISO 3166-1 with a separator between them.</summary>
    public static bool IsLocale(string text, char separator) => LocaleCode.IsKnown(text, separator);

    /// <summary>Whether a number has at most so many decimals.</summary>
    public static bool HasDecimals(decimal value, int decimals) => value.Scale <= decimals || decimal.Round(value, decimals) == value;

    /// <summary>Whether a number is within two bounds.</summary>
    public static bool IsWithin(decimal value, long min, long max) => value >= min && value <= max;

    /// <summary>Whether a date is so many days after today. One day more is allowed at each end, for time zones.</summary>
    public static bool IsDaysAhead(DateOnly date, int min, int max) => IsDaysAhead(date, DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), min, max);

    /// <summary>Whether a time is so many days after today. One day more is allowed at each end, for time zones.</summary>
    public static bool IsDaysAhead(DateTimeOffset time, int min, int max) => IsDaysAhead(DateOnly.FromDateTime(time.UtcDateTime), min, max);

    internal static bool IsDaysAhead(DateOnly date, DateOnly today, int min, int max)
    {
        var days = (long)date.DayNumber - today.DayNumber;
        return days >= min - 1L && days <= max + 1L;
    }

    /// <summary>Whether a text can be the name of an entry of a map.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isForm">The body is a form, in which brackets divide names.</param>
    public static bool IsMapName(string name, bool isForm)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0 && IsWellFormed(name) && !(isForm && name.AsSpan().ContainsAny('[', ']'));
    }

    // The value of a letter is its code minus that of 0.
    private static bool TryRead(string text, Span<int> values, bool letters)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c is '.' or '-' or '/')
            {
                continue;
            }

            if (count == values.Length || !(char.IsAsciiDigit(c) || (letters && char.IsAsciiLetterUpper(c))))
            {
                return false;
            }

            values[count++] = c - '0';
        }

        return count == values.Length;
    }

    // The weights grow from 2 at the right end to the highest one, and then begin with 2 again.
    private static int Modulo11(ReadOnlySpan<int> values, int highest)
    {
        var (sum, weight) = (0, 2);
        for (var at = values.Length - 1; at >= 0; at--)
        {
            sum += values[at] * weight;
            weight = weight == highest ? 2 : weight + 1;
        }

        return sum % 11 < 2 ? 0 : 11 - (sum % 11);
    }
}
