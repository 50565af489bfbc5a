using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Apm;

/// <summary>Reads and checks settings of a merchant. Generated options call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ApmSetting
{
    /// <summary>The text of a setting in a configuration section; null if it is not there.</summary>
    public static string? ReadText(IConfiguration section, string key) => section?[key];

    /// <summary>A whole number in a configuration section; null if it is not there.</summary>
    /// <exception cref="FormatException">The text is not a whole number.</exception>
    public static long? ReadInteger(IConfiguration section, string key) =>
        section?[key] is { } text ? long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    /// <summary>A boolean in a configuration section; null if it is not there.</summary>
    /// <exception cref="FormatException">The text is neither true nor false.</exception>
    public static bool? ReadBoolean(IConfiguration section, string key) => section?[key] is { } text ? bool.Parse(text) : null;

    /// <summary>Adds one sentence for each rule that a setting breaks.</summary>
    /// <param name="failures">The errors so far.</param>
    /// <param name="name">The name of the option.</param>
    /// <param name="value">The value as it is sent; null if it is not set.</param>
    /// <param name="isRequired">Whether it must be set.</param>
    /// <param name="min">The minimum number of code points.</param>
    /// <param name="max">The maximum number of code points.</param>
    /// <param name="pattern">The pattern of the whole value; null if there is none.</param>
    /// <param name="values">The allowed values; null if every value is allowed.</param>
    /// <param name="least">The least number.</param>
    /// <param name="most">The greatest number.</param>
    public static void Validate(
        ICollection<string> failures,
        string name,
        string? value,
        bool isRequired,
        int min = 1,
        int max = int.MaxValue,
        string? pattern = null,
        IReadOnlyList<string>? values = null,
        long least = long.MinValue,
        long most = long.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(failures);
        if (string.IsNullOrWhiteSpace(value))
        {
            if (isRequired || value is not null)
            {
                failures.Add($"{name} must not be empty.");
            }

            return;
        }

        var length = value.EnumerateRunes().Count();
        var problem =
            value.Any(char.IsControl) ? "must not contain control characters"
            : length < min || length > max ? $"must have {(max == int.MaxValue ? $"at least {min}" : $"{min} to {max}")} characters"
            : pattern is not null && !IsMatch(value, pattern) ? "has characters that the gateway does not accept"
            : values is not null && !values.Contains(value, StringComparer.Ordinal) ? "must be one of " + string.Join(", ", values)
            : long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && (number < least || number > most)
                ? "is out of range"
            : null;
        if (problem is not null)
        {
            failures.Add($"{name} {problem}.");
        }
    }

    /// <summary>A host that contains a setting.</summary>
    /// <param name="template">The address with the name of the setting in braces.</param>
    /// <param name="setting">The name of the setting.</param>
    /// <param name="value">The value.</param>
    /// <param name="pattern">The pattern of the whole value. It allows no dots.</param>
    /// <exception cref="ArgumentException">The value does not match the pattern.</exception>
    public static Uri Host(string template, string setting, string value, string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, setting);
        ArgumentNullException.ThrowIfNull(template);
        if (!IsMatch(value, pattern) || value.AsSpan().ContainsAny("./\\:@?#"))
        {
            throw new ArgumentException("The value is not a part of a host name that the gateway accepts.", setting);
        }

        return new Uri(template.Replace("{merchant." + setting + "}", value, StringComparison.Ordinal));
    }

    private static bool IsMatch(string value, string pattern) => Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
