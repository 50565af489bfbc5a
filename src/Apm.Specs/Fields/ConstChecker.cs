using System.Globalization;

namespace Apm.Specs;

/// <summary>The only value of a field: a text, a consent, or what the gateway calls the method.</summary>
internal static class ConstChecker
{
    /// <summary>What the gateway calls the method.</summary>
    public const string OwnId = "$apm";

    /// <summary>A plain <c>true</c> is a value that the merchant has to set; in quotes it is a text that is sent by itself.</summary>
    public static bool IsConsent(ScalarSyntax only) => only is { Style: ScalarStyle.Plain, Value: "true" or "false" };

    /// <summary>Reports what would be sent as a text that the author may not have meant.</summary>
    public static void Check(ScalarSyntax only, DiagnosticBag report)
    {
        if (only.Style != ScalarStyle.Plain)
        {
            return;
        }

        if (only.Value is "True" or "TRUE" or "False" or "FALSE")
        {
            report.Add(
                SpecDescriptors.WrongKind,
                only.Span,
                $"{MessageText.Of(only.Value)} does not fit here: a consent is written {only.Value.ToLowerInvariant()}, and a text stands in quotes");
        }
        else if (only.Value.Any(char.IsDigit) && double.TryParse(only.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            report.Add(
                SpecDescriptors.WrongKind,
                only.Span,
                $"{MessageText.Of(only.Value)} is a number here, and a constant is a text: quote it if it is a text, '{MessageText.Plain(only.Value)}'");
        }
        else if (only.Value[0] == '$' && only.Value != OwnId)
        {
            report.Add(
                SpecDescriptors.UnknownName,
                only.Span,
                $"{MessageText.Of(only.Value)} stands for nothing: {report.Suggestions.DidYouMean(only.Value, [OwnId], $"{OwnId} is the method's id, and a text that begins with $ is quoted")}"
            );
        }
    }
}
