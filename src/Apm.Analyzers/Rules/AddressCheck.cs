using Apm.Specs;

namespace Apm.Analyzers;

/// <summary>Checks whether a customer can be sent to an address: it must be absolute, http or https, and not depend on corrections.</summary>
internal static class AddressCheck
{
    public static void Run(FieldConstraints field, AddressValue address, FindingSink report)
    {
        switch (address.Text)
        {
            case ConstantValue { Constant: string text, Origin: var origin } when Wrong(text, field.Schemes) is { } wrong:
                report.Add(
                    UsageDescriptors.Address,
                    origin,
                    $"{MessageText.Of(text)} {wrong}; {MustBe(field)}",
                    (FixProperties.Written, text),
                    (FixProperties.Same, Trimmed(text, field.Schemes)),
                    (FixProperties.Address, WithHttps(text, field.Schemes)));
                break;
            case PartialText partial:
                Parts(field, partial, report);
                break;
            default:
                TextCheck.Run(field, address.Text, report);
                break;
        }
    }

    private static void Parts(FieldConstraints field, PartialText partial, FindingSink report)
    {
        foreach (var part in partial.Known)
        {
            if (part.Text!.Any(IsNeverInAddress))
            {
                report.Add(
                    UsageDescriptors.Address,
                    part.Origin,
                    $"{MessageText.Of(part.Text!)} has a blank, a control character or a backslash; {MustBe(field)}");
            }
        }

        // The text after a colon cannot change the scheme before it.
        if (partial.Parts is [{ Text: { } start, Origin: var origin }, ..]
            && start.IndexOf(':') is > 0 and var colon
            && start.Substring(0, colon).ToLowerInvariant() is var scheme
            && !field.Schemes.Allows(scheme))
        {
            report.Add(UsageDescriptors.Address, origin, $"{MessageText.Of(start)} has the scheme {MessageText.Plain(scheme)}; {MustBe(field)}");
        }
    }

    private static string MustBe(FieldConstraints field) =>
        $"{FindingSink.Named(field)} must be {Form(field.Schemes)}{FindingSink.Source(field.Spec, field.Path)}";

    private static string Form(UrlSchemes schemes) => schemes == UrlSchemes.Web ? ConstraintText.Form(FieldType.Url)! : ConstraintText.Url(schemes);

    /// <returns>Null if nothing is wrong.</returns>
    private static string? Wrong(string text, UrlSchemes schemes) =>
        text.Any(IsNeverInAddress) ? "has a blank, a control character or a backslash"
        : !Uri.TryCreate(text, UriKind.Absolute, out var uri) || text.StartsWith("/", StringComparison.Ordinal) ? "is not an absolute URL"
        : uri.Scheme is not ("http" or "https") && !text.StartsWith(uri.Scheme + "://", StringComparison.OrdinalIgnoreCase) && schemes != UrlSchemes.Web
            ? "is not an absolute URL"
        : !schemes.Allows(uri.Scheme) ? $"has the scheme {uri.Scheme}"
        : uri.Scheme is "http" or "https" && uri.Host.Length == 0 ? "has no host"
        : null;

    private static bool IsNeverInAddress(char c) => c is <= ' ' or '\\' or '\u007f';

    // Offered only if it makes the address valid.
    private static string? Trimmed(string text, UrlSchemes schemes) => text.Trim() is var trimmed && Wrong(trimmed, schemes) is null ? trimmed : null;

    // Offered only if it makes the address valid. A path has no host.
    private static string? WithHttps(string text, UrlSchemes schemes)
    {
        var trimmed = text.Trim();
        var isPath = trimmed.StartsWith("/", StringComparison.Ordinal) && !trimmed.StartsWith("//", StringComparison.Ordinal);
        var scheme = trimmed.IndexOf("://", StringComparison.Ordinal);
        var https = "https://" + (scheme >= 0 ? trimmed.Substring(scheme + "://".Length) : trimmed.TrimStart('/'));
        return !isPath && Wrong(trimmed, schemes) is not null && Wrong(https, schemes) is null && https.Contains('.') ? https : null;
    }
}
