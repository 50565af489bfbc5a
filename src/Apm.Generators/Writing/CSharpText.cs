using System.Globalization;
using System.Text;
using Apm.Specs;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.Generators;

/// <summary>Escapes all text from specs in generated code. No other code may write such text.</summary>
internal static class CSharpText
{
    /// <summary>A string literal with its quotes.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true)
        .Replace("\u0085", "\\u0085").Replace("\u2028", "\\u2028").Replace("\u2029", "\\u2029");

    public static string LiteralOrNull(string? text) => text is null ? "null" : Literal(text);

    /// <summary>A UTF-8 literal of a JSON member's name with a comma before it and a colon after it.</summary>
    public static string JsonMember(string name) => Utf8($",\"{Json(name)}\":");

    /// <summary>The same with a text as the member's value.</summary>
    public static string JsonMember(string name, string value) => Utf8($",\"{Json(name)}\":\"{Json(value)}\"");

    /// <summary>The same with any JSON as the member's value.</summary>
    public static string JsonMemberOf(string name, string json) => Utf8($",\"{Json(name)}\":{json}");

    /// <summary>A constant as JSON.</summary>
    public static string JsonValue(FieldModel constant) =>
        constant is { ConstType: not null, IsText: false } ? constant.Const! : $"\"{Json(constant.Const!)}\"";

    public static string Utf8(string text) => Literal(text) + "u8";

    /// <summary>Text of an XML documentation comment, on one line.</summary>
    public static string Xml(string text)
    {
        var xml = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
                continue;
            }

            xml.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => " ",
                _ => c.ToString(),
            });
        }

        return xml.ToString();
    }

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture) + (value is < int.MinValue or > int.MaxValue ? "L" : "");

    public static string Join(IEnumerable<string> values) => string.Join(", ", values);

    private static string Json(string text)
    {
        var json = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = c is '"' or '\\' ? json.Append('\\').Append(c)
                : c < ' ' ? json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture))
                : json.Append(c);
        }

        return json.ToString();
    }
}
