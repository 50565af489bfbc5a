using Apm.Specs;

namespace Apm.Generators;

/// <summary>Checks of the length, characters and values of a text. A message never quotes the text.</summary>
internal static class EmitTextChecks
{
    private const string Regex = "global::System.Text.RegularExpressions.Regex";

    public static void Write(CodeWriter code, ValidationTarget target, string local)
    {
        var field = target.Field;
        if (field.Type == FieldType.Url)
        {
            target.If(code, IsNoUrl(field, local), "Url", "must be " + ConstraintText.Form(field));
            local += ".OriginalString";
        }

        if (field.Length is { } length and not { Min: 0, Max: null })
        {
            target.If(code, OutsideLength(local, length), "Length", "must have " + ConstraintText.Length(length));
        }

        if (Characters(target, local) is { } wrong)
        {
            target.If(code, wrong, "Characters", field.Pattern is not { } pattern || field.ReplacesCharacters ? "must be well-formed Unicode text"
                : ConstraintText.Form(field) is { } form ? "must be " + form
                : "must match " + pattern.Text);
        }

        if (Values(field, local) is { } unknown)
        {
            target.If(code, unknown, "Value", field.Values.IsEmpty ? What(field) : "must be one of " + CSharpText.Join(field.Values));
        }
    }

    /// <summary>The fields with characters and patterns that the checks use.</summary>
    public static void Sets(CodeWriter code, IEnumerable<(ObjectShape Shape, MemberShape Member)> members)
    {
        foreach (var (shape, member) in members)
        {
            var set = ValidationTarget.SetOf(shape, member);
            var field = member.IsMap ? member.Field.Item : member.Item?.Field ?? member.Field;
            if (!field.ReplacesCharacters && field.Pattern is { } pattern)
            {
                Set(code, set, pattern);
            }
        }
    }

    /// <summary>The field with the characters or the pattern.</summary>
    public static void Set(CodeWriter code, string set, PatternModel pattern)
    {
        code.Line();
        if (pattern.Characters is { } characters)
        {
            const string SearchValues = "global::System.Buffers.SearchValues";
            code.Line($"private static readonly {SearchValues}<char> {set}Characters = {SearchValues}.Create({CSharpText.Literal(characters)});");
            return;
        }

        var arguments = $"{CSharpText.Literal(pattern.Regex)}, {Regex}Options.NonBacktracking | {Regex}Options.CultureInvariant";
        code.Line($"private static readonly {Regex} {set}Pattern = new({arguments});");
    }

    /// <summary>The condition that a text does not match.</summary>
    public static string Mismatch(string set, PatternModel pattern, string local) => pattern.Characters is not null
        ? $"!global::Apm.ApmChecks.HasOnly({local}, {set}Characters)"
        : $"!{set}Pattern.IsMatch({local})";

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

    private static string IsNoUrl(FieldModel field, string local) => field.Schemes switch
    {
        null => $"!global::Apm.ApmChecks.IsAbsoluteHttpUrl({local})",
        { Names.IsEmpty: true } => $"!global::Apm.ApmChecks.IsAbsoluteUrl({local})",
        { Names: var names } =>
            $"!global::Apm.ApmChecks.IsAbsoluteUrl({local}) || {local}.Scheme is not ({string.Join(" or ", names.Select(CSharpText.Literal))})",
    };

    private static string? Characters(ValidationTarget target, string local) => target.Field switch
    {
        { ReplacesCharacters: true } => $"!global::Apm.ApmChecks.IsWellFormed({local})",
        { Pattern: { } pattern } => Mismatch(target.Set, pattern, local),
        { Type: FieldType.String or FieldType.Json } => $"!global::Apm.ApmChecks.IsWellFormed({local})",
        _ => null,
    };

    private static string? Values(FieldModel field, string local) => field switch
    {
        { Type: FieldType.Country, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsCountry({local})",
        { Type: FieldType.Currency, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsCurrency({local})",
        { Type: FieldType.Language, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsLanguage({local})",
        { Type: FieldType.Locale, Values.IsEmpty: true } => $"!global::Apm.ApmChecks.IsLocale({local}, '{field.Separator}')",
        { Checksums.IsEmpty: false } => string.Join(" && ", field.Checksums.Select(checksum => $"!global::Apm.ApmChecks.{CheckOf(checksum)}({local})")),
        { Type: FieldType.Iban } => $"!global::Apm.ApmChecks.HasIbanCheckDigits({local})",
        { Values.IsEmpty: false } => $"{local} is not ({string.Join(" or ", field.Values.Select(CSharpText.Literal))})",
        _ => null,
    };

    private static string CheckOf(string checksum) => $"Has{char.ToUpperInvariant(checksum[0])}{checksum.Substring(1)}CheckDigits";

    private static string What(FieldModel field) => field switch
    {
        { Checksums: { IsEmpty: false } checksums } => $"must be a {ConstraintText.Checksums(checksums)} with valid check digits",
        { Type: FieldType.Iban } => "must have valid check digits",
        _ => "must be " + ConstraintText.Form(field),
    };
}
