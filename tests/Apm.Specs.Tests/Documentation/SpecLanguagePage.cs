using System.Text.RegularExpressions;

namespace Apm.Specs.Tests.Documentation;

/// <summary>The examples in docs/spec-language.md.</summary>
internal sealed partial class SpecLanguagePage
{
    public static SpecLanguagePage Instance { get; } = new(RepositoryFiles.Read("docs/spec-language.md"));

    private SpecLanguagePage(string text)
    {
        Text = text;
        Examples = [.. Fence().Matches(text).Select(match => new Example(match.Groups["kind"].Value == "api", match.Groups["yaml"].Value))];
    }

    public string Text { get; }

    public IReadOnlyList<Example> Examples { get; }

    /// <summary>The first example of its kind is whole; the others replace keys of it.</summary>
    public string Whole(bool isApi) => Examples.First(example => example.IsApi == isApi && example.Says("name")).Yaml;

    /// <returns>The text, and the line at which the example begins in it.</returns>
    public (string Text, int FirstLine) Complete(Example example)
    {
        var whole = Whole(example.IsApi);
        if (whole == example.Yaml)
        {
            return (whole, 0);
        }

        var isAlone = example.Yaml.StartsWith("apm:", StringComparison.Ordinal) && !example.Says("name");
        var kept = isAlone ? "name: X\nstatus: available\nsource: { url: https://docs.example.com }\ncurrencies: [EUR]\ncapabilities: [sale]\nlimits: { EUR: { max: 1 } }\n"
            : Section().Replace(whole, match => example.Says(match.Groups["key"].Value) || (match.Groups["key"].Value == "currencies" && example.Says("curencies")) ? "" : match.Value);
        return (kept + example.Yaml, kept.Count(c => c == '\n'));
    }

    [GeneratedRegex(@"^```yaml (?<kind>api|method)\n(?<yaml>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(?<key>[a-z\-]+):[^\n]*\n(?:[ #][^\n]*\n)*", RegexOptions.Multiline)]
    private static partial Regex Section();
}

internal sealed partial record Example(bool IsApi, string Yaml)
{
    /// <summary>By line, from 0.</summary>
    public IReadOnlyList<(int Line, string Rule, string Words)> Expected { get; } =
        [.. Yaml.Split('\n').SelectMany((line, index) => Stated().Matches(line).Select(match => (index, match.Groups["rule"].Value, match.Groups["words"].Value.Trim())))];

    public bool Says(string key) => Yaml.Split('\n').Any(line => line.StartsWith(key + ":", StringComparison.Ordinal));

    [GeneratedRegex(@"# (?<rule>APM\d{4}): (?<words>.*?)(?=\s*(?:# APM\d{4}|$))")]
    private static partial Regex Stated();
}
