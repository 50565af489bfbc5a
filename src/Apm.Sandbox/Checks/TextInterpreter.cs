using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Apm.Iso;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Checks every field whose JSON is a string.</summary>
internal static class TextInterpreter
{
    private static readonly ConcurrentDictionary<string, Regex> s_patterns = new(StringComparer.Ordinal);

    public static void Check(FieldModel field, string text, string path, List<BodyViolation> violations)
    {
        if (field.Type == FieldType.Const)
        {
            if (text != field.Const)
            {
                violations.Add(new(path, BodyRule.Value, $"Field must be {field.Const}"));
            }

            return;
        }

        if (field.Length is { } length && JsonText.CodePoints(text) is var count && (count < length.Min || count > length.Max))
        {
            violations.Add(new(path, BodyRule.Length, "Field must have " + ConstraintText.Length(length)));
        }

        if ((field.Type is FieldType.String or FieldType.Json && !JsonText.IsWellFormed(text))
            || (field is { Pattern: { } pattern, ReplacesCharacters: false } && !Pattern(pattern.Regex).IsMatch(text)))
        {
            violations.Add(new(path, BodyRule.Characters, "Field has characters that are not allowed"));
        }

        CheckMeaning(field, text, path, violations);
    }

    /// <summary>The day of a date; null for other fields and other texts.</summary>
    public static DateOnly? Date(FieldModel field, string text) =>
        field.Type == FieldType.Date && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    private static void CheckMeaning(FieldModel field, string text, string path, List<BodyViolation> violations)
    {
        if (field.Type == FieldType.Url && !IsAbsoluteUrl(text, field.Schemes ?? UrlSchemes.Web))
        {
            violations.Add(new(path, BodyRule.Url, "Field must be " + ConstraintText.Form(field)));
        }
        else if (!field.Values.IsEmpty && !field.Values.Contains(text, StringComparer.Ordinal))
        {
            violations.Add(new(path, BodyRule.Value, "Field must be one of " + string.Join(", ", field.Values)));
        }
        else if (!field.Checksums.IsEmpty && !HasCheckDigits(field, text))
        {
            violations.Add(new(path, BodyRule.Value, $"Field must be a {ConstraintText.Checksums(field.Checksums)} with valid check digits"));
        }
        else if (field is { Type: FieldType.Locale, Values.IsEmpty: true } && !LocaleCode.IsKnown(text, field.Separator))
        {
            violations.Add(new(path, BodyRule.Value, "Field must be " + ConstraintText.Form(field)));
        }
        else if (field.Values.IsEmpty && UnknownCode(field.Type, text) is { } message)
        {
            violations.Add(new(path, BodyRule.Value, message));
        }
    }

    private static bool HasCheckDigits(FieldModel field, string text) =>
        field.Checksums.Any(checksum => CheckDigits.AreRight(Enum.Parse<Checksum>(checksum, ignoreCase: true), text));

    private static string? UnknownCode(FieldType type, string text) =>
        type switch
        {
            FieldType.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "Field must be "
                + ConstraintText.Form(type),
            FieldType.Iban when !Iban.HasRightCheckDigits(text) => "Field must have valid check digits",
            FieldType.Country when !Iso3166.IsKnown(text) => "Field must be " + ConstraintText.Form(type),
            FieldType.Language when !Iso639.IsKnown(text) => "Field must be " + ConstraintText.Form(type),
            FieldType.Currency when !Iso4217.IsKnown(text) => "Field must be " + ConstraintText.Form(type),
            _ => null,
        };

    private static bool IsAbsoluteUrl(string text, UrlSchemes schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && schemes.Allows(url.Scheme)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps
            ? url.Host.Length > 0
            : text.StartsWith(url.Scheme + "://", StringComparison.OrdinalIgnoreCase))
        && text.All(c => c is > ' ' and not '\\' and not '\u007f')
        && JsonText.IsWellFormed(text);

    public static Regex Pattern(string regex) =>
        s_patterns.GetOrAdd(regex, static text => new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
}
