using Apm.Sandbox;
using Apm.Specs;
using Apm.Testing;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Both readers of exchanges agree with gateways that write forms and amounts beside their currencies.</summary>
public sealed class ForeignExchangeTests : IDisposable
{
    private static readonly string s_folder = Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-exchanges-");

    [Theory]
    [InlineData("barge.yaml")]
    [InlineData("raft.yaml")]
    [InlineData("ferry.yaml")]
    [InlineData("sluice.yaml")]
    public async Task Spec_and_generated_code_agree_with_what_was_recorded(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(s_folder, "exchanges", file), TestContext.Current.CancellationToken);

        Assert.Equal([], Problems(text));
        Assert.True(await Differences(text) is [], string.Join("\n", await Differences(text)));
    }

    [Theory]
    [InlineData("barge.yaml", "amount: '1250'", "amount: 12.50", "$.amount", "$.amount")]
    [InlineData("barge.yaml", "'lines[0][count]': '2'", "'lines[0][count]': two", "$.lines[0].count", "$.lines[0].count")]
    [InlineData("barge.yaml", "terms: 'true'", "terms: 'yes'", "$.terms", "$.terms")]
    [InlineData("barge.yaml", "'order[id]': A-1", "'order[no]': A-1", "$.order.no", "$.order.id")]
    [InlineData("barge.yaml", "at_once: 'true'", "at_once: 'true', 'amount[a]': 1", "the form cannot be read", "the form cannot be read")]
    [InlineData("barge.yaml", "form: { amount: '500', currency: eur, full: 'false' }", "body: {}", "requests of the spec are forms", "the client sends a form")]
    [InlineData("raft.yaml", "total: 12.5, unit: eur", "total: '12.5', unit: eur", "$.order.total", "$.order.total")]
    [InlineData("raft.yaml", "total: 12.5, unit: eur", "total: 12.5, unit: EUR", "$.order.unit", "$.order.unit")]
    [InlineData("raft.yaml", "count: '2'", "count: 2", "$.order.lines[0].count", "$.order.lines[0].count")]
    [InlineData("raft.yaml", "later: 'false'", "later: false", "$.later", "$.later")]
    [InlineData("raft.yaml", "kept.fee: 0.25 EUR", "kept.fee: 0.26 EUR", "kept.fee", "kept.fee")]
    [InlineData("raft.yaml", "value: 12.50 EUR", "value: 1250 EUR", "'value'", "'value'")]
    [InlineData("raft.yaml", "added: 500 JPY", "added: 5 JPY", "added", "added")]
    [InlineData("sluice.yaml", "token: a b, n: '7'", "token: a, n: '7'", "next.fields.token", "next.fields.token")]
    [InlineData("sluice.yaml", "expires: '2026-05-03T21:59:59Z'", "expires: '2026-05-03T21:59:58Z'", "next.expires", "next.expires")]
    [InlineData("sluice.yaml", "name: dance }", "name: go }", "next.name", "next.name")]
    [InlineData("ferry.yaml", "include=fees&depth=2", "include=all&depth=2", "$.include", "$.include")]
    [InlineData("ferry.yaml", "include=fees&depth=2", "include=fees&depth=2&more=1", "the request is sent to", "the client sent the request to")]
    [InlineData("ferry.yaml", "payment: P-1, account: S-1", "payment: P-9, account: S-1", "$.payment is 'P-9'", "$.payment")]
    [InlineData("ferry.yaml", "/status?all=1", "/status?all=2", "the request is sent to", "the client sent the request to")]
    [InlineData("ferry.yaml", "confirm: true\n            version", "confirm: false\n            version", "$.confirm", "$.confirm")]
    [InlineData("ferry.yaml", "order: A-1\n            ways: [ferry]", "order: A-1\n            ways: [boat]", "$.ways[0]", "$.ways")]
    [InlineData("ferry.yaml", "On-Behalf-Of: S-1", "On-Behalf-Of: S-2", "", "On-Behalf-Of")]
    [InlineData("ferry.yaml", "/payments?order=A-1", "/payments?number=A-1", "the request is sent to", "the client sent")]
    [InlineData("ferry.yaml", "payments: [{ id: P-1, status: done, order: A-1 }]", "payments: []", "'id'", "'id'")]
    public async Task A_difference_is_reported_by_both(string file, string from, string to, string ofSpec, string ofCode)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(s_folder, "exchanges", file), TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        text = text.Replace(from, to.Replace(", 'amount", "\n            'amount", StringComparison.Ordinal), StringComparison.Ordinal);

        Assert.Contains(ofSpec, string.Join('\n', Problems(text)), StringComparison.Ordinal);
        Assert.Contains(ofCode, string.Join('\n', await Differences(text)), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static IEnumerable<string> Problems(string text)
    {
        var file = ExchangeReader.Read("exchanges/a.yaml", text);
        Assert.Equal([], file.Diagnostics.Select(diagnostic => diagnostic.Message));
        var specs = Directory.GetFiles(s_folder, "*.yaml").Select(spec => (Path.GetFileName(spec), File.ReadAllText(spec)));
        var gateway = new Gateway(new() { Specs = [.. specs] });
        var method = gateway.Methods.Single(method => method.SpecId == file.SpecId);
        var check = new ExchangeCheck(gateway.Apis.Single(api => api.Id == method.Api), method);
        return file.Exchanges.SelectMany(exchange => check.Check(exchange, file.Exchanges).Problems).Select(problem => problem.Message);
    }

    private async Task<IReadOnlyList<string>> Differences(string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, "exchanges"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "a.yaml"), text, TestContext.Current.CancellationToken);
        var differences = new List<string>();
        foreach (var test in ExchangeTests.In(_folder.FullName, typeof(ForeignExchangeTests).Assembly))
        {
            try
            {
                await test.RunAsync(TestContext.Current.CancellationToken);
            }
            catch (ExchangeException exception)
            {
                differences.Add(exception.Message);
            }
        }

        return differences;
    }
}
