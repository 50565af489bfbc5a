namespace Apm.Specs;

/// <summary>Booleans in the core schema of YAML 1.2: <c>true</c> and <c>false</c>, also as <c>True</c> or <c>TRUE</c>, without quotes.</summary>
internal static class YamlBoolean
{
    /// <returns>Null for any other text.</returns>
    public static bool? Of(ScalarSyntax scalar) => scalar is not { Style: ScalarStyle.Plain }
        ? null
        : scalar.Value switch
        {
            "true" or "True" or "TRUE" => true,
            "false" or "False" or "FALSE" => false,
            _ => null,
        };

    /// <summary>Whether a text is a boolean but for its quotes.</summary>
    public static bool IsQuoted(ScalarSyntax scalar) => scalar.Style != ScalarStyle.Plain && scalar.Value is ("true" or "false");

    public static string QuotedMessage(ScalarSyntax scalar) =>
        $"in quotes, {MessageText.Of(scalar.Value)} is a text, and the field is a boolean: write {scalar.Value} without quotes";

    /// <summary>The same boolean as JSON writes it; any other text unchanged.</summary>
    public static ScalarSyntax Normalize(ScalarSyntax scalar) =>
        Of(scalar) is { } value ? new ScalarSyntax(value ? "true" : "false", ScalarStyle.Plain, scalar.Span) : scalar;
}
