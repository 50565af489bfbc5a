using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>A spec or a part of one, with comments that state what is reported on their line.</summary>
internal sealed partial record Example(string Kind, string Yaml)
{
    public bool IsApi => Kind == "api";

    /// <summary>A method that extends the page's own.</summary>
    public bool IsOverlay => Kind == "overlay";

    /// <summary>A file of recorded exchanges.</summary>
    public bool IsExchanges => Kind == "exchanges";

    /// <summary>By line, from 0.</summary>
    public IReadOnlyList<(int Line, string Rule, string Words)> Expected { get; } =
    [
        .. Yaml.Split('\n')
            .SelectMany((line, index) => Stated().Matches(line).Select(match => (index, match.Groups["rule"].Value, match.Groups["words"].Value.Trim()))),
    ];

    public bool Says(string key) => Yaml.Split('\n').Any(line => line.StartsWith(key + ":", StringComparison.Ordinal));

    /// <summary>The reader reports exactly what is stated. Information about limits may be left unstated.</summary>
    public void Check()
    {
        var (text, firstLine) = SpecExamples.Complete(this);
        Check(Bind(text).Where(diagnostic => diagnostic.Rule != SpecDescriptors.NoLimit || Yaml.Contains("APM0014")).ToList(), firstLine);
    }

    /// <param name="diagnostics">What is reported.</param>
    /// <param name="firstLine">The line at which the example begins in what was read.</param>
    public void Check(IReadOnlyList<SpecDiagnostic> diagnostics, int firstLine)
    {
        Assert.Equal(
            Expected.Select(expected => $"line {expected.Line}: {expected.Rule}").Order(),
            diagnostics.Select(diagnostic => $"line {diagnostic.Location.Span.Line - firstLine}: {diagnostic.Rule.Id}").Order());
        Assert.All(Expected, expected => Assert.Contains(diagnostics, diagnostic =>
            diagnostic.Location.Span.Line - firstLine == expected.Line && diagnostic.Rule.Id == expected.Rule && diagnostic.Message.Contains(expected.Words)));
    }

    private IEnumerable<SpecDiagnostic> Bind(string text)
    {
        if (IsExchanges)
        {
            return ExchangeReader.Read("exchanges/my_wallet.yaml", text).Diagnostics;
        }

        if (IsApi)
        {
            return SpecBinder.BindApi(SpecParser.Parse("my-gateway.api.yaml", text)).Diagnostics;
        }

        var api = SpecParser.Parse("my-gateway.api.yaml", SpecExamples.Whole(isApi: true));
        var method = SpecParser.Parse("my_wallet.apm.yaml", text);
        if (IsOverlay)
        {
            var wallet = SpecParser.Parse("my_wallet.apm.yaml", SpecExamples.Whole(isApi: false));
            return SpecBinder.BindMethod(method, method.BaseId == wallet.SpecId ? wallet : null, api, [wallet.SpecId]).Diagnostics;
        }

        return SpecBinder.BindMethod(method, method.ApiId is null || method.ApiId == api.Id ? api : null).Diagnostics;
    }

    [GeneratedRegex(@"# (?<rule>APM\d{4}): (?<words>.*?)(?=\s*(?:# APM\d{4}|$))")]
    private static partial Regex Stated();
}
