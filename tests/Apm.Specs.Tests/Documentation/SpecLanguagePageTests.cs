using Apm.Specs.Binding;
using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests.Documentation;

public class SpecLanguagePageTests
{
    private static readonly SpecKeySet[] KeySets =
    [
        SpecKeys.Api, SpecKeys.Method, SpecKeys.Field, SpecKeys.Source, SpecKeys.Authentication, SpecKeys.Money, SpecKeys.Limit, SpecKeys.Minor, SpecKeys.Payment,
        SpecKeys.Operation, SpecKeys.Operations, SpecKeys.MethodOperation, SpecKeys.MethodResponse, SpecKeys.ResponseMember, SpecKeys.Response, SpecKeys.Errors, SpecKeys.Details, SpecKeys.ErrorCode,
    ];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, SpecLanguagePage.Instance.Examples.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_gives_exactly_the_diagnostics_that_it_states(int index)
    {
        var example = SpecLanguagePage.Instance.Examples[index];
        var (text, firstLine) = SpecLanguagePage.Instance.Complete(example);

        var diagnostics = Bind(example.IsApi, text).Where(diagnostic => diagnostic.Rule != SpecRules.NoLimit || example.Yaml.Contains("APM0014")).ToList();

        Assert.Equal(
            example.Expected.Select(expected => $"line {expected.Line}: {expected.Rule}").Order(),
            diagnostics.Select(diagnostic => $"line {diagnostic.Location.Span.Line - firstLine}: {diagnostic.Rule.Id}").Order());
        Assert.All(example.Expected, expected => Assert.Contains(diagnostics, diagnostic =>
            diagnostic.Location.Span.Line - firstLine == expected.Line && diagnostic.Rule.Id == expected.Rule && diagnostic.Message.Contains(expected.Words)));
    }

    [Fact]
    public void Every_key_is_described_shown_and_shown_wrong()
    {
        var examples = SpecLanguagePage.Instance.Examples;
        var shown = string.Concat(examples.Where(example => example.Expected.Count == 0).Select(example => example.Yaml));
        var wrong = string.Concat(examples.SelectMany(example => example.Expected.Select(expected => example.Yaml.Split('\n')[expected.Line] + "\n")));

        Assert.All(KeySets.SelectMany(set => set.Names).Distinct(), key =>
        {
            Assert.Contains($"`{key}`", SpecLanguagePage.Instance.Text);
            Assert.True(Has(shown, key), $"'{key}' has no example");
            Assert.True(Has(wrong, key), $"'{key}' has no example of its error");
        });
    }

    [Fact]
    public void Every_rule_is_listed_and_shown()
    {
        Assert.All(SpecRules.All, rule => Assert.Contains($"| {rule.Id} |", SpecLanguagePage.Instance.Text));
        Assert.Equal(
            SpecRules.All.Select(rule => rule.Id).Except([SpecRules.NameClash.Id]),
            SpecLanguagePage.Instance.Examples.SelectMany(example => example.Expected).Select(expected => expected.Rule).Distinct().Order());
    }

    private static bool Has(string yaml, string key) => System.Text.RegularExpressions.Regex.IsMatch(yaml, @"(^|[\s{])" + key + ":", System.Text.RegularExpressions.RegexOptions.Multiline);

    private static IEnumerable<SpecDiagnostic> Bind(bool isApi, string text)
    {
        if (isApi)
        {
            return SpecBinder.BindApi(SpecParser.Parse("my-gateway.api.yaml", text)).Diagnostics;
        }

        var api = SpecParser.Parse("my-gateway.api.yaml", SpecLanguagePage.Instance.Whole(isApi: true));
        var method = SpecParser.Parse("my_wallet.apm.yaml", text);
        return SpecBinder.BindMethod(method, method.ApiId is null || method.ApiId == api.Id ? api : null).Diagnostics;
    }
}
