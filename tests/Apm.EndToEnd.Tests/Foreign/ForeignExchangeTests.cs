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
    [InlineData("dinghy.yaml")]
    [InlineData("ketch.yaml")]
    [InlineData("canoe.yaml")]
    [InlineData("kayak.yaml")]
    [InlineData("ferry.yaml")]
    [InlineData("basin.yaml")]
    [InlineData("punt.yaml")]
    [InlineData("coracle.yaml")]
    [InlineData("skiff.yaml")]
    [InlineData("cutter.yaml")]
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
    [InlineData("dinghy.yaml", "id: '5', status: waiting, state: failed", "id: '5', status: waiting, state: pending", "'state'", "'state'")]
    [InlineData("dinghy.yaml", "id: '5', status: waiting", "id: '6', status: waiting", "'id'", "'id'")]
    [InlineData("dinghy.yaml", "error: not_now, code", "error: other, code", "'error'", "'error'")]
    [InlineData("dinghy.yaml", "errors: [{ at: order }]", "errors: [{ at: units }]", "errors[0].at", "errors[0].at")]
    [InlineData("dinghy.yaml", "operations: [confirm, cancel]", "operations: [confirm]", "'operations'", "'operations'")]
    [InlineData("dinghy.yaml", "example/b\n          value", "example/a\n          value", "'redirect'", "'redirect'")]
    [InlineData("dinghy.yaml", "\"risk.score\": '7'", "\"risk.score\": '8'", "risk.score", "risk.score")]
    [InlineData("dinghy.yaml", "state: pending, value: 2 EUR", "state: pending, value: 3 EUR", "value", "value")]
    [InlineData("dinghy.yaml", "read: { state: failed }", "read: { state: paid }", "'state'", "'state'")]
    [InlineData("ketch.yaml", "state: authorized, operations", "state: paid, operations", "'state'", "'state'")]
    [InlineData("ketch.yaml", "state: authorized, method", "state: paid, method", "'state'", "'state'")]
    [InlineData("barge.yaml", "state: failed, reference: A-2", "state: paid, reference: A-2", "notification 2: 'state'", "notification 2: 'state'")]
    [InlineData("barge.yaml", "charge: C-2, order", "charge: C-3, order", "is not right", "WrongSignature")]
    [InlineData("skiff.yaml", "uses: '3', isNew", "uses: '4', isNew", "uses", "uses")]
    [InlineData("skiff.yaml", "'card[new]': 'false'", "'card[new]': 'true'", "isNew", "isNew")]
    [InlineData("skiff.yaml", "value: 12.50 EUR", "value: 12 EUR", "'value'", "'value'")]
    [InlineData("barge.yaml", "fine: true, at", "fine: false, at", "is not right", "WrongSignature")]
    [InlineData("barge.yaml", "amount: 1250, currency: eur, fine", "amount: 1251, currency: eur, fine", "is not right", "WrongSignature")]
    [InlineData("dinghy.yaml", "Sign: at=1700000000", "Sign: at=1700000001", "is not right", "WrongSignature")]
    [InlineData("dinghy.yaml", "'1': old, '2': new", "'1': old, '2': newer", "is not right", "WrongSignature")]
    [InlineData("raft.yaml", "added: 500 JPY", "added: 5 JPY", "added", "added")]
    [InlineData("canoe.yaml", "locale: de_DE", "locale: de-DE", "$.buyer.locale", "$.buyer.locale")]
    [InlineData("canoe.yaml", "phone: '+491701234567'", "phone: '491701234567'", "$.buyer.phone", "$.buyer.phone")]
    [InlineData("canoe.yaml", "expires: 2026-03-01T10:00:00+01:00", "expires: 2026-03-01", "$.expires", "$.expires")]
    [InlineData("canoe.yaml", "opened: 1772350000", "opened: '1772350000'", "$.opened", "$.opened")]
    [InlineData("canoe.yaml", "rate: 19.5", "rate: 19.5001", "$.rate", "$.rate")]
    [InlineData("canoe.yaml", "share: '2.50'", "share: '2.5'", "$.share", "$.share")]
    [InlineData("canoe.yaml", "meta: { '0': zero, a: b }", "meta: { '0': 0, a: b }", "$.meta.0", "$.meta.0")]
    [InlineData("canoe.yaml", "facts: { cart: C1, x: y }", "facts: { cart: C1, x: much too long }", "$.facts.x", "$.facts.x")]
    [InlineData("canoe.yaml", "count: 2", "count: 3", "$.lines[0].total", "$.lines[0].total")]
    [InlineData("canoe.yaml", "keepDays: 7", "keepDays: 7, keepUntil: 2026-04-01", "$.keepUntil", "$.keepUntil")]
    [InlineData("canoe.yaml", "number: '11144477736'", "number: '11144477735'", "$.tax.number", "$.tax.number")]
    [InlineData("canoe.yaml", "value: '5.25', currency: EUR", "value: '5.26', currency: EUR", "$.gross", "$.gross")]
    [InlineData("kayak.yaml", "until: '1796000000'", "until: soon", "$.until", "$.until")]
    [InlineData("kayak.yaml", "'metadata[5]': b", "'metadata[5]': much too long", "$.metadata.5", "$.metadata.5")]
    [InlineData("kayak.yaml", "'lines[0][tags][3]': x", "'lines[0][tags]': x", "$.lines[0].tags", "$.lines[0].tags")]
    [InlineData("basin.yaml", "token: a b, n: '7'", "token: a, n: '7'", "next.fields.token", "next.fields.token")]
    [InlineData("basin.yaml", "expires: '2026-05-03T21:59:59Z'", "expires: '2026-05-03T21:59:58Z'", "next.expires", "next.expires")]
    [InlineData("basin.yaml", "name: dance }", "name: go }", "next.name", "next.name")]
    [InlineData("ferry.yaml", "include=fees&depth=2", "include=all&depth=2", "$.include", "$.include")]
    [InlineData("ferry.yaml", "include=fees&depth=2", "include=fees&depth=2&more=1", "the request is sent to", "the client sent the request to")]
    [InlineData("ferry.yaml", "payment: P-1, account: S-1", "payment: P-9, account: S-1", "$.payment is 'P-9'", "$.payment")]
    [InlineData("ferry.yaml", "/status?all=1", "/status?all=2", "the request is sent to", "the client sent the request to")]
    [InlineData("ferry.yaml", "confirm: true\n            version", "confirm: false\n            version", "$.confirm", "$.confirm")]
    [InlineData("ferry.yaml", "order: A-1\n            ways: [ferry]", "order: A-1\n            ways: [boat]", "$.ways[0]", "$.ways")]
    [InlineData("ferry.yaml", "On-Behalf-Of: S-1", "On-Behalf-Of: S-2", "", "On-Behalf-Of")]
    [InlineData("ferry.yaml", "/payments?order=A-1", "/payments?number=A-1", "the request is sent to", "the client sent")]
    [InlineData("ferry.yaml", "payments: [{ id: P-1, status: done, order: A-1 }]", "payments: []", "'id'", "'id'")]
    [InlineData("cutter.yaml", "captured: 5 EUR", "captured: 500 EUR", "'captured'", "'captured'")]
    [InlineData("cutter.yaml", "value: 1 EUR", "value: 1 JPY", "value", "value")]
    [InlineData("cutter.yaml", "fees.own: 0.25 EUR", "fees.own: 0.26 EUR", "fees.own", "fees.own")]
    [InlineData("cutter.yaml", "'deposits[1]': '45'", "'deposits[1]': '450'", "$.deposits[1]", "$.deposits[1]")]
    [InlineData("cutter.yaml", "ref: A-1, status: held", "ref: A-2, status: held", "the reference", "another reference")]
    [InlineData("cutter.yaml", "token: t-1", "tokens: t-1", "$.token", "needs the parameter 'token'")]
    [InlineData("cutter.yaml", "/charges/ch_5/release", "/charges/ch_5/releases", "the request is sent to", "the client sent")]
    [InlineData("cutter.yaml", "tip: '20'", "tip: '20', '$currency': eur", "$.$currency", "$.$currency")]
    [InlineData("punt.yaml", "Client-Id: shop-1", "Client-Key: shop-1", "Client-Key", "Client-Key")]
    [InlineData("coracle.yaml", "Authorization: Bearer abc", "Authorization: Basic abc", "Bearer", "Authorization")]
    public async Task A_difference_is_reported_by_both(string file, string from, string to, string ofSpec, string ofCode)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(s_folder, "exchanges", file), TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        to = to.Replace(", keepUntil", "\n            keepUntil", StringComparison.Ordinal);
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
