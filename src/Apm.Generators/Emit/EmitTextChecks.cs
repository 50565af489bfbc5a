using Apm.Generators.Naming;
using Apm.Generators.Shapes;
using Apm.Generators.Writing;
using Apm.Specs.Model;

namespace Apm.Generators.Emit;

/// <summary>Length, characters and values of a text. A text itself is never quoted in a message.</summary>
internal static class EmitTextChecks
{
    public static void Write(CodeWriter code, FieldModel field, string local)
    {
        if (field.Type == FieldType.Url)
        {
            EmitValidator.If(code, $"!global::Apm.ApmChecks.IsAbsoluteHttpUrl({local})", field.Path, "Url", $"{field.Path} is an absolute http or https URL");
            local += ".OriginalString";
        }

        if (field.Length is { } length and not { Min: 0, Max: null })
        {
            EmitValidator.If(code, OutsideLength(local, length), field.Path, "Length", $"{field.Path} has {Constraints.LengthText(length).ToLowerInvariant()}");
        }

        if (Characters(field, local) is { } wrong)
        {
            EmitValidator.If(code, wrong, field.Path, "Characters", field.Pattern switch
            {
                { Characters: not null } set => $"{field.Path} has characters that are not allowed; it matches {set.Text}",
                { } pattern => $"{field.Path} does not match {pattern.Text}",
                null => $"{field.Path} is not well-formed Unicode text",
            });
        }

        if (Values(field, local) is { } unknown)
        {
            EmitValidator.If(code, unknown, field.Path, "Value", field.Values.IsEmpty
                ? $"{field.Path} is {What(field.Type)}"
                : $"{field.Path} is one of {CSharpText.Join(field.Values)}");
        }
    }

    /// <summary>What the checks look characters and patterns up in.</summary>
    public static void Sets(CodeWriter code, IEnumerable<ObjectShape> shapes)
    {
        foreach (var field in shapes.SelectMany(shape => shape.Members).Select(member => member.Field))
        {
            if (field.Pattern is { Characters: { } characters })
            {
                code.Line();
                code.Line($"private static readonly global::System.Buffers.SearchValues<char> {SetName(field)} = global::System.Buffers.SearchValues.Create({CSharpText.Literal(characters)});");
            }
            else if (field.Pattern is { } pattern)
            {
                code.Line();
                code.Line($"private static readonly global::System.Text.RegularExpressions.Regex {SetName(field)} = new({CSharpText.Literal(pattern.Regex)}, global::System.Text.RegularExpressions.RegexOptions.NonBacktracking | global::System.Text.RegularExpressions.RegexOptions.CultureInvariant);");
            }
        }
    }

    private static string SetName(FieldModel field) => string.Join("_", field.Path.Split('.').Select(CSharpName.Pascal)) + (field.Pattern!.Characters is null ? "Pattern" : "Characters");

    // Code points are counted only where the number of UTF-16 units leaves it open.
    private static string OutsideLength(string local, LengthModel length)
    {
        var below = length.Min switch
        {
            0 => null,
            1 => $"{local}.Length == 0",
            var min => $"{local}.Length < {CSharpText.Number(min * 2L)} && global::Apm.ApmChecks.CodePoints({local}) < {CSharpText.Number(min)}",
        };
        var above = length.Max is { } max ? $"{local}.Length > {CSharpText.Number(max)} && global::Apm.ApmChecks.CodePoints({local}) > {CSharpText.Number(max)}" : null;
        return string.Join(" || ", new[] { below, above }.OfType<string>().Select(part => part.Contains("&&") ? $"({part})" : part));
    }

    private static string? Characters(FieldModel field, string local) => field switch
    {
        { Pattern.Characters: not null } => $"global::System.MemoryExtensions.ContainsAnyExcept(global::System.MemoryExtensions.AsSpan({local}), {SetName(field)})",
        { Pattern: not null } => $"!{SetName(field)}.IsMatch({local})",
        { Type: FieldType.String } => $"!global::Apm.ApmChecks.IsWellFormed({local})",
        _ => null,
    };

    private static string? Values(FieldModel field, string local) => field switch
    {
        { Type: FieldType.Country, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsCountry({local})",
        { Type: FieldType.Currency, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsCurrency({local})",
        { Type: FieldType.Language, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsLanguage({local})",
        { Values.IsEmpty: false } => $"{local} is not ({string.Join(" or ", field.Values.Select(CSharpText.Literal))})",
        _ => null,
    };

    private static string What(FieldType type) => type switch
    {
        FieldType.Country => "an ISO 3166-1 alpha-2 country code",
        FieldType.Currency => "an ISO 4217 alphabetic currency code",
        _ => "an ISO 639-1 language code",
    };
}
