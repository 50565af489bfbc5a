using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

public class SpecLanguagePageTests
{
    private static readonly string s_page = RepositoryFiles.Read(SpecExamples.LanguagePage);

    private static readonly SpecKeySet[] s_keySets =
    [
        SpecKeys.Api,
        SpecKeys.Method,
        SpecKeys.Overlay,
        SpecKeys.Field,
        SpecKeys.Rule,
        SpecKeys.Condition,
        SpecKeys.Source,
        SpecKeys.Authentication,
        SpecKeys.OAuth2,
        SpecKeys.MessageSignature,
        SpecKeys.Recovery,
        SpecKeys.IdempotencyKey,
        SpecKeys.Money,
        SpecKeys.Limit,
        SpecKeys.Minor,
        SpecKeys.Payment,
        SpecKeys.Operation,
        SpecKeys.Operations,
        SpecKeys.MethodOperation,
        ResponseKeys.MethodResponse,
        SpecKeys.Results,
        SpecKeys.Result,
        SpecKeys.ResultQuery,
        SpecKeys.ResultCancellation,
        ResponseKeys.ResponseMember,
        ResponseKeys.Response,
        ResponseKeys.Errors,
        ResponseKeys.Details,
        ResponseKeys.ErrorCode,
        WebhookKeys.Webhooks,
        WebhookKeys.WebhookResults,
        WebhookKeys.WebhookResult,
        WebhookKeys.Classification,
        WebhookKeys.WebhookEvent,
        WebhookKeys.WebhookMember,
        WebhookKeys.MethodWebhooks,
        WebhookKeys.MethodEvent,
        WebhookKeys.WebhookMoney,
        WebhookKeys.Signature,
        WebhookKeys.Acknowledge,
        ExchangeKeys.File,
        ExchangeKeys.Exchange,
        ExchangeKeys.Source,
        ExchangeKeys.Request,
        ExchangeKeys.Refused,
        ExchangeKeys.Response,
        ExchangeKeys.Webhook,
        ExchangeKeys.Read,
        ExchangeKeys.Result,
    ];

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, SpecExamples.OfLanguage.Count)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_gives_exactly_the_diagnostics_that_it_states(int index) => SpecExamples.OfLanguage[index].Check();

    [Fact]
    public void Every_key_is_described_shown_and_shown_wrong()
    {
        var shown = string.Concat(SpecExamples.OfLanguage.Where(example => example.Expected.Count == 0).Select(example => example.Yaml));
        var wrong = string.Concat(
            SpecExamples.OfLanguage.SelectMany(example => example.Expected.Select(expected => example.Yaml.Split('\n')[expected.Line] + "\n")));

        Assert.All(s_keySets.SelectMany(set => set.Names).Distinct(), key =>
        {
            Assert.Contains($"`{key}`", s_page);
            Assert.True(Has(shown, key), $"'{key}' has no example");
            Assert.True(Has(wrong, key), $"'{key}' has no example of its error");
        });
    }

    [Fact]
    public void Every_rule_is_shown()
    {
        Assert.Equal(
            SpecDescriptors.All.Select(rule => rule.Id).Except([SpecDescriptors.NameClash.Id]),
            SpecExamples.OfLanguage.SelectMany(example => example.Expected).Select(expected => expected.Rule).Distinct().Order());
    }

    private static bool Has(string yaml, string key) => Regex.IsMatch(yaml, @"(^|[\s{])" + key + ":", RegexOptions.Multiline);
}
