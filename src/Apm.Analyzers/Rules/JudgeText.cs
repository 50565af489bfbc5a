using System.Globalization;
using Apm.Analyzers.Constraints;
using Apm.Analyzers.Values;
using Apm.Iso;
using Apm.Specs;
using Apm.Specs.Binding;

namespace Apm.Analyzers.Rules;

/// <summary>Length, characters and values of a text. Of a text that is known in part, the known parts are judged.</summary>
internal static class JudgeText
{
    public static void Run(FieldConstraints field, Value value, Report report)
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

    private static void Consent(FieldConstraints field, string written, Origin origin, Report report)
    {
        if (field.Values is [var only] && written != only)
        {
            report.Add(UsageRules.Value, origin, $"{Report.Named(field)} is {written} here, and may only be {only}{Report.Source(field.Spec, field.Path + ".const")}");
        }
    }

    private static void Whole(FieldConstraints field, string text, Origin origin, Report report)
    {
        var length = CodePoints(text);
        if (field.Text is { } limits && (length > limits.Max || length < limits.Min))
        {
            report.Add(UsageRules.Length, origin, $"{Quote.Of(text)} has {Characters(length)}; {Report.Named(field)} has {Allowed(limits)}{Report.Source(field.Spec, field.Path + ".length")}");
        }

        WrongCharacter(field, text, origin, report);
        if (field.Text is { Pattern: { } pattern } && !field.Text.Matches(text))
        {
            report.Add(UsageRules.Characters, origin, $"{Quote.Of(text)} does not match {Written(pattern)}, the pattern of {Report.Named(field)}{Report.Source(field.Spec, field.Path + ".pattern")}");
        }

        OtherValue(field, text, origin, report);
    }

    private static void Parts(FieldConstraints field, PartialText partial, Report report)
    {
        var known = partial.Known.ToArray();
        if (field.Text is { } limits && known.Sum(part => CodePoints(part.Text!)) is var least && least > limits.Max)
        {
            report.Add(UsageRules.Length, known.Select(part => part.Origin).FirstOrDefault(origin => origin is not null), $"This text has at least {Characters(least)}; {Report.Named(field)} has {Allowed(limits)}{Report.Source(field.Spec, field.Path + ".length")}");
        }

        foreach (var part in known)
        {
            WrongCharacter(field, part.Text!, part.Origin, report);
        }
    }

    private static void WrongCharacter(FieldConstraints field, string text, Origin? origin, Report report)
    {
        var at = field.Text?.FirstWrong(text) ?? -1;
        if (at >= 0)
        {
            report.Add(UsageRules.Characters, origin, $"{Quote.Of(text)} has {Name(text, at)}, which {Report.Named(field)} does not allow{Report.Source(field.Spec, field.Path + ".pattern")}");
        }
        else if (HasLoneSurrogate(text))
        {
            report.Add(UsageRules.Characters, origin, $"{Quote.Of(text)} has half a surrogate pair, which cannot be sent");
        }
    }

    private static void OtherValue(FieldConstraints field, string text, Origin origin, Report report)
    {
        if (field.Values.Length > 0 && !field.Values.Contains(text))
        {
            report.Add(UsageRules.Value, origin, $"{Quote.Of(text)} is no value of {Report.Named(field)}; allowed: {Amounts.Some(field.Values)}{Report.Source(field.Spec, field.Path + ".values")}",
                Report.Fix(text, field.Values, isSlip: true, field.MethodSpec));
            return;
        }

        var (isKnown, list, codes) = field.CodeList switch
        {
            "country" => (Iso3166.IsKnown(text), "an ISO 3166-1 alpha-2 country code", Iso3166.Codes()),
            "currency" => (Iso4217.IsKnown(text), "an ISO 4217 alphabetic currency code", Iso4217.ActiveCodes()),
            "language" => (Iso639.IsKnown(text), "an ISO 639-1 language code", Iso639.Codes()),
            _ => (true, "", []),
        };
        if (!isKnown)
        {
            report.Add(UsageRules.Value, origin, $"{Quote.Of(text)} is not {list}, which {Report.Named(field)} is{Report.Source(field.Spec, field.Path + ".type")}", (FixData.Written, text), (FixData.Nearest, Nearest.To(text, codes)));
        }
    }

    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var index = 0; index < text.Length - 1; index++)
        {
            if (char.IsSurrogatePair(text[index], text[index + 1]))
            {
                count--;
                index++;
            }
        }

        return count;
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (index < text.Length - 1 && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(text[index]))
            {
                return true;
            }
        }

        return false;
    }

    // The attribute anchors what the spec has without anchors.
    private static string Written(string pattern)
    {
        const string Before = @"\A(?:", After = @")\z";
        return pattern.StartsWith(Before, StringComparison.Ordinal) && pattern.EndsWith(After, StringComparison.Ordinal)
            ? pattern.Substring(Before.Length, pattern.Length - Before.Length - After.Length)
            : pattern;
    }

    private static string Characters(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " character" : " characters");

    private static string Allowed(TextConstraint limits) => limits switch
    {
        { Max: int.MaxValue } => Characters(limits.Min) + " or more",
        _ when limits.Min == limits.Max => "exactly " + Characters(limits.Max),
        { Min: 0 } => "at most " + Characters(limits.Max),
        _ => limits.Min.ToString(CultureInfo.InvariantCulture) + " to " + Characters(limits.Max),
    };

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
