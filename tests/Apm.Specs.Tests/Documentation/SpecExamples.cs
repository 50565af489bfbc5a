using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>Specs, or parts of them, on the pages of the documentation.</summary>
internal static partial class SpecExamples
{
    public const string LanguagePage = "docs/spec-language.md";

    public static IReadOnlyList<Example> OfLanguage { get; } = In(RepositoryFiles.Read(LanguagePage));

    public static IReadOnlyList<Example> In(string page) =>
        [.. Fence().Matches(page).Select(match => new Example(match.Groups["kind"].Value, match.Groups["yaml"].Value))];

    /// <summary>The first example of its kind is whole; the others replace keys of it.</summary>
    public static string Whole(bool isApi) =>
        OfLanguage.First(example => example.Kind == (isApi ? "api" : "method") && example.Says("name")).Yaml;

    /// <returns>The text, and the line at which the example begins in it.</returns>
    public static (string Text, int FirstLine) Complete(Example example)
    {
        if (example.IsExchanges)
        {
            return (example.Yaml, 0);
        }

        if (example.IsOverlay)
        {
            return example.Says("extends") ? (example.Yaml, 0) : ("extends: my-gateway/2024-01-31/my_wallet\n" + example.Yaml, 1);
        }

        var whole = Whole(example.IsApi);
        if (whole == example.Yaml)
        {
            return (whole, 0);
        }

        var isAlone = example.Yaml.StartsWith("apm:", StringComparison.Ordinal) && !example.Says("name");
        var kept = isAlone
            ? "name: X\nstatus: available\nsource: { url: https://docs.example.com }\ncurrencies: [EUR]\ncapabilities: [sale]\nlimits: { EUR: { max: 1 } }\n"
            : Section()
                .Replace(whole, match =>
                    example.Says(match.Groups["key"].Value) || (match.Groups["key"].Value == "currencies" && example.Says("curencies")) ? "" : match.Value);
        return (kept + example.Yaml, kept.Count(c => c == '\n'));
    }

    [GeneratedRegex(@"^```yaml (?<kind>api|method|overlay|exchanges)\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<key>[a-z\-]+):[^\n]*\n(?:[ #][^\n]*\n)*", RegexOptions.Multiline)]
    private static partial Regex Section();
}
