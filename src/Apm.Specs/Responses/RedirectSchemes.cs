namespace Apm.Specs;

/// <summary>URL schemes to which customers are redirected, in addition to http and https.</summary>
internal static class RedirectSchemes
{
    public static EquatableArray<string> Bind(SpecMapping response)
    {
        var schemes = new List<string>();
        if (response.Find("redirect-schemes") is not { } entry)
        {
            return default;
        }

        if (response.EntryOf("redirect") is null && response.EntryOf("next") is null)
        {
            const string Missing = "'redirect-schemes' needs 'redirect:', which is missing here: add the paths of the URLs, or 'next'";
            entry.Diagnostics.Add(SpecDescriptors.MissingKey, entry.Key.Span, Missing);
        }

        foreach (var scheme in entry.Texts())
        {
            if (scheme.Value is "http" or "https")
            {
                entry.Diagnostics.Add(SpecDescriptors.NotApplicable, scheme.Span, $"{MessageText.Of(scheme.Value)} is always accepted: remove it");
            }
            else if (Problem(scheme) is { } problem)
            {
                entry.Diagnostics.Add(SpecDescriptors.WrongKind, scheme.Span, $"{MessageText.Of(scheme.Value)} {problem}");
            }
            else
            {
                schemes.Add(scheme.Value);
            }
        }

        return schemes.ToEquatableArray();
    }

    private static string? Problem(ScalarSyntax scheme) => scheme.Value switch
    {
        var text when !UrlSchemes.IsScheme(text) =>
            "is not a URL scheme: write lowercase letters, digits, '+', '-' and '.', with a letter first and no colon, such as my-wallet",
        var text when UrlSchemes.IsRefused(text) =>
            "is a scheme to which no customer can be redirected, because such a URL is never the address of a page or an app: remove it",
        _ => null,
    };
}
