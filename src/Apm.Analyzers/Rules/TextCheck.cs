using System.Globalization;
using Apm.Iso;
using Apm.Specs;

namespace Apm.Analyzers;

/// <summary>Checks the length, characters and values of a text. In a partly known text, the known parts are checked.</summary>
internal static class TextCheck
{
    public static void Run(FieldConstraints field, Value value, FindingSink report)
    {
        switch (value)
        {
            case ConstantValue { Constant: string text, Origin: var origin }:
                Whole(field, text, origin, report);
                break;
            case ConstantValue { Constant: bool consent, Origin: var origin }:
                Consent(field, consent ? "true" : "false", origin, report);
                break;
            case PartialText partial:
                Parts(field, partial, report);
                break;
        }
    }

    private static void Consent(FieldConstraints field, string written, Origin origin, FindingSink report)
    {
        if (field.Values is [var only] && written != only)
        {
            report.Add(
                UsageDescriptors.Value,
                origin,
                $"{FindingSink.Named(field)} must be {only}; it is {written}{FindingSink.Source(field.Spec, field.Path + ".const")}");
        }
    }

    private static void Whole(FieldConstraints field, string text, Origin origin, FindingSink report)
    {
        var length = CodePoints.Count(text);
        if (field.Text is { } limits && (length > limits.Max || length < limits.Min))
        {
            report.Add(UsageDescriptors.Length, origin, $"{MessageText.Of(text)} has {Characters(length)}; {MustHave(field, limits)}");
        }

        WrongCharacter(field, text, origin, report);
        if (field.Text is { Pattern: { } pattern } && !field.Text.Matches(text))
        {
            report.Add(
                UsageDescriptors.Characters,
                origin,
                $"{MessageText.Of(text)} has the wrong form; {FindingSink.Named(field)} must match {Written(pattern)}"
                    + FindingSink.Source(field.Spec, field.Path + ".pattern"));
        }

        OtherValue(field, text, origin, report);
    }

    private static void Parts(FieldConstraints field, PartialText partial, FindingSink report)
    {
        var known = partial.Known.ToArray();
        if (field.Text is { } limits && known.Sum(part => CodePoints.Count(part.Text!)) is var least && least > limits.Max)
        {
            var origin = known.Select(part => part.Origin).FirstOrDefault(origin => origin is not null);
            report.Add(UsageDescriptors.Length, origin, $"This text has at least {Characters(least)}; {MustHave(field, limits)}");
        }

        foreach (var part in known)
        {
            WrongCharacter(field, part.Text!, part.Origin, report);
        }
    }

    private static void WrongCharacter(FieldConstraints field, string text, Origin? origin, FindingSink report)
    {
        var at = field.Text?.FirstWrong(text) ?? -1;
        if (at >= 0 && field.Text!.ReplacesCharacters && !CodePoints.HasLoneSurrogate(text))
        {
            report.Add(
                UsageDescriptors.ReplacedCharacters,
                origin,
                $"{MessageText.Of(text)} has {Name(text, at)}, which the gateway replaces with a space: {FindingSink.Named(field)} is read as "
                    + MessageText.Of(field.Text.Replaced(text)) + FindingSink.Source(field.Spec, field.Path + ".pattern"));
        }
        else if (at >= 0 && !field.Text!.ReplacesCharacters)
        {
            report.Add(
                UsageDescriptors.Characters,
                origin,
                $"{MessageText.Of(text)} has {Name(text, at)}, which {FindingSink.Named(field)} must not have"
                    + FindingSink.Source(field.Spec, field.Path + ".pattern"));
        }
        else if (CodePoints.HasLoneSurrogate(text))
        {
            report.Add(UsageDescriptors.Characters, origin, $"{MessageText.Of(text)} has half a surrogate pair, which cannot be sent");
        }
    }

    private static void OtherValue(FieldConstraints field, string text, Origin origin, FindingSink report)
    {
        if (field.Values.Length > 0 && !field.Values.Contains(text))
        {
            report.Add(
                UsageDescriptors.Value,
                origin,
                $"{MessageText.Of(text)} is not accepted; {FindingSink.Named(field)} must be one of {MessageText.Some(field.Values)}"
                    + FindingSink.Source(field.Spec, field.Path + ".values"),
                FindingSink.Fix(text, CodeCorrection.TypeOf(field.Values), field.Values, field.MethodSpec));
            return;
        }

        if (field.Checksums.Length > 0 && !HasCheckDigits(field.Checksums, text))
        {
            report.Add(
                UsageDescriptors.Value,
                origin,
                $"{MessageText.Of(text)} is not accepted; {FindingSink.Named(field)} must be a {ConstraintText.Checksums(field.Checksums)} "
                    + $"with valid check digits{FindingSink.Source(field.Spec, field.Path + ".checksum")}");
            return;
        }

        if (field.CodeList is "locale-" or "locale_" && field.CodeList[6] is var separator && !LocaleCode.IsKnown(text, separator))
        {
            report.Add(
                UsageDescriptors.Value,
                origin,
                $"{MessageText.Of(text)} is not known; {FindingSink.Named(field)} must be {ConstraintText.Locale(separator)}"
                    + FindingSink.Source(field.Spec, field.Path + ".type"));
            return;
        }

        var (isKnown, type, codes) = field.CodeList switch
        {
            "country" => (Iso3166.IsKnown(text), FieldType.Country, Iso3166.Codes()),
            "currency" => (Iso4217.IsKnown(text), FieldType.Currency, Iso4217.ActiveCodes()),
            "language" => (Iso639.IsKnown(text), FieldType.Language, Iso639.Codes()),
            _ => (true, default, []),
        };
        if (!isKnown)
        {
            report.Add(
                UsageDescriptors.Value,
                origin,
                $"{MessageText.Of(text)} is not known; {FindingSink.Named(field)} must be {ConstraintText.Form(type)}"
                    + FindingSink.Source(field.Spec, field.Path + ".type"),
                FindingSink.Fix(text, type, codes, spec: null));
        }
    }

    // A later version may know further identifiers.
    private static bool HasCheckDigits(string[] identifiers, string text) =>
        identifiers.Any(identifier => !KebabCase.TryParse(identifier, out Checksum checksum) || CheckDigits.AreRight(checksum, text));

    // The attribute has anchors that the spec does not have.
    internal static string Written(string pattern)
    {
        const string Before = @"\A(?:", After = @")\z";
        return pattern.StartsWith(Before, StringComparison.Ordinal) && pattern.EndsWith(After, StringComparison.Ordinal)
            ? pattern.Substring(Before.Length, pattern.Length - Before.Length - After.Length)
            : pattern;
    }

    private static string MustHave(FieldConstraints field, TextConstraint limits)
    {
        var length = new LengthModel(limits.Min, limits.Max == int.MaxValue ? null : limits.Max);
        return $"{FindingSink.Named(field)} must have {ConstraintText.Length(length)}{FindingSink.Source(field.Spec, field.Path + ".length")}";
    }

    private static string Characters(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " character" : " characters");

    private static string Name(string text, int at) => text[at] switch
    {
        ' ' => "a space",
        '\n' or '\r' => "a line break",
        '\t' => "a tab",
        _ when at + 1 < text.Length && char.IsSurrogatePair(text, at) => "the character '" + text.Substring(at, 2) + "'",
        var c when char.IsControl(c) || char.IsSurrogate(c) => "the character U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        var c => "the character '" + c + "'",
    };
}
