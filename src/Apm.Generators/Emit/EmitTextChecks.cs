using Apm.Generators.Shapes;
using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>Length, characters and values of a text. A text itself is never quoted in a message.</summary>
internal static class EmitTextChecks
{
    public static void Write(CodeWriter code, Checked target, string local)
    {
        var field = target.Field;
        if (field.Type == FieldType.Url)
        {
            target.If(code, $"!global::Apm.ApmChecks.IsAbsoluteHttpUrl({local})", "Url", "is an absolute http or https URL");
            local += ".OriginalString";
        }

        if (field.Length is { } length and not { Min: 0, Max: null })
        {
            target.If(code, OutsideLength(local, length), "Length", $"has {Constraints.LengthText(length).ToLowerInvariant()}");
        }

        if (Characters(target, local) is { } wrong)
        {
            target.If(code, wrong, "Characters", field.Pattern switch
            {
                not null when Constraints.TypeText(field.Type) is { } what => $"is not {char.ToLowerInvariant(what[0])}{what.Substring(1)}",
                { Characters: not null } set => $"has characters that are not allowed; it matches {set.Text}",
                { } pattern => $"does not match {pattern.Text}",
                null => "is not well-formed Unicode text",
            });
        }

        if (Values(field, local) is { } unknown)
        {
            target.If(code, unknown, "Value", field.Values.IsEmpty ? What(field.Type) : $"is one of {CSharpText.Join(field.Values)}");
        }
    }

    /// <summary>What the checks look characters and patterns up in.</summary>
    public static void Sets(CodeWriter code, IEnumerable<(ObjectShape Shape, MemberShape Member)> members)
    {
        foreach (var (shape, member) in members)
        {
            var set = Checked.SetOf(shape, member);
            var pattern = (member.Item?.Field ?? member.Field).Pattern;
            if (pattern is { Characters: { } characters })
            {
                code.Line();
                code.Line($"private static readonly global::System.Buffers.SearchValues<char> {set}Characters = global::System.Buffers.SearchValues.Create({CSharpText.Literal(characters)});");
            }
            else if (pattern is not null)
            {
                code.Line();
                code.Line($"private static readonly global::System.Text.RegularExpressions.Regex {set}Pattern = new({CSharpText.Literal(pattern.Regex)}, global::System.Text.RegularExpressions.RegexOptions.NonBacktracking | global::System.Text.RegularExpressions.RegexOptions.CultureInvariant);");
            }
        }
    }

    public static string OutsideLength(string local, LengthModel length)
    {
        var below = length.Min switch
        {
            0 => null,
            1 => $"{local}.Length == 0",
            var min => $"global::Apm.ApmChecks.IsShorterThan({local}, {CSharpText.Number(min)})",
        };
        var above = length.Max is { } max ? $"global::Apm.ApmChecks.IsLongerThan({local}, {CSharpText.Number(max)})" : null;
        return string.Join(" || ", new[] { below, above }.OfType<string>());
    }

    private static string? Characters(Checked target, string local) => target.Field switch
    {
        { Pattern.Characters: not null } => $"!global::Apm.ApmChecks.HasOnly({local}, {target.Set}Characters)",
        { Pattern: not null } => $"!{target.Set}Pattern.IsMatch({local})",
        { Type: FieldType.String or FieldType.Json } => $"!global::Apm.ApmChecks.IsWellFormed({local})",
        _ => null,
    };

    private static string? Values(FieldModel field, string local) => field switch
    {
        { Type: FieldType.Country, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsCountry({local})",
        { Type: FieldType.Currency, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsCurrency({local})",
        { Type: FieldType.Language, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsLanguage({local})",
        { Type: FieldType.Iban } => $"!global::Apm.ApmChecks.HasIbanCheckDigits({local})",
        { Values.IsEmpty: false } => $"{local} is not ({string.Join(" or ", field.Values.Select(CSharpText.Literal))})",
        _ => null,
    };

    private static string What(FieldType type) => type switch
    {
        FieldType.Country => "is an ISO 3166-1 alpha-2 country code",
        FieldType.Iban => "has check digits that are wrong",
        FieldType.Currency => "is an ISO 4217 alphabetic currency code",
        _ => "is an ISO 639-1 language code",
    };
}
