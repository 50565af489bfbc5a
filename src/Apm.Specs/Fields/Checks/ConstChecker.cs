using System.Globalization;
using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>Checks the value of <c>const</c>: a text, a consent, or the id of the method.</summary>
internal static class ConstChecker
{
    /// <summary>Stands for the id of the method at the gateway.</summary>
    public const string OwnId = "$apm";

    private static readonly string[] s_namespaces = ["$merchant.", "$payment.", "$refund.", "$capture.", "$return."];

    // Hexadecimal and octal numbers, infinity and not-a-number in the core schema of YAML.
    private static readonly Regex s_otherNumber = new(
        @"\A(0x[0-9a-fA-F]+|0o[0-7]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant);

    /// <summary>Without quotes, <c>true</c> is a consent, which the merchant must set. In quotes, it is a text, which is sent automatically.</summary>
    public static bool IsConsent(ScalarSyntax value) => value is { Style: ScalarStyle.Plain, Value: "true" or "false" };

    /// <summary>The type of a constant that is always sent; null for another field, such as a consent.</summary>
    public static FieldType? FixedType(FieldDeclaration field) =>
        field.Value(Facets.Const) is null || field.Type is not (FieldType.Const or FieldType.Money) ? null : field.ConstType ?? field.Type;

    /// <summary>Reports a value that the author probably did not mean as a text.</summary>
    /// <param name="isTyped">Whether the field has a type, so that a number is one.</param>
    public static void Check(ScalarSyntax value, bool isTyped, DiagnosticBag report)
    {
        if (value.Style != ScalarStyle.Plain)
        {
            return;
        }

        if (isTyped)
        {
            return;
        }

        if (s_otherNumber.IsMatch(value.Value)
            || (value.Value.Any(char.IsDigit) && double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                value.Span,
                $"{MessageText.Of(value.Value)} is a number, but a constant must be a text: quote it if it is a text, '{MessageText.Plain(value.Value)}', "
                    + "or add type: integer");
        }
        else if (value.Value[0] == '$' && !IsName(value.Value))
        {
            report.Add(
                SpecDescriptors.UnknownName,
                value.Span,
                $"{MessageText.Of(value.Value)} is not a known name: "
                    + report.Suggestions.DidYouMean(value.Value, [OwnId], $"write {OwnId} for the method's id, or quote a text that begins with $"));
        }
    }

    // Which of them are known depends on the body, so they are checked with it.
    public static bool IsName(string value) =>
        value is OwnId or "$" + ValueName.Now or "$" + ValueName.Key || s_namespaces.Any(start => value.StartsWith(start, StringComparison.Ordinal));
}
