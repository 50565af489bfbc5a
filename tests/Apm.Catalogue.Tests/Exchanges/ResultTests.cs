using Apm.Sandbox;
using Apm.Specs;
using Apm.Testing;

namespace Apm.Catalogue.Tests.Exchanges;

/// <summary>Recorded refunds, captures and acknowledgements are compared with the spec and with generated code.</summary>
public sealed class ResultTests : IDisposable
{
    private static readonly string s_depot = Path.Combine(RepositoryFolder.Path, "tests/Depot");

    private static readonly string s_crate = File.ReadAllText(Path.Combine(s_depot, "exchanges/crate.yaml"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public static TheoryData<string> Methods => ["crate", "pallet"];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_spec_agrees_with_every_exchange(string method) =>
        Assert.Equal([], OfSpec(File.ReadAllText(Path.Combine(s_depot, $"exchanges/{method}.yaml")), method));

    [Fact]
    public async Task Generated_code_agrees_with_every_exchange()
    {
        foreach (var exchange in ExchangeTests.In(s_depot, typeof(ResultTests).Assembly))
        {
            Assert.Equal([], await exchange.RunAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("{ id: '41', status: queued, state: pending, value", "{ id: '40', status: queued, state: pending, value", "'result.id' is read as '41'")]
    [InlineData("status: queued, state: pending, value", "status: sent, state: pending, value", "'result.status' is read as 'queued'")]
    [InlineData("result: { id: '41', state: failed }", "result: { id: '41', state: succeeded }", "'result.state' is read as 'Failed'")]
    [InlineData("value: 10.00 EUR, payment: O-7", "value: 10.01 EUR, payment: O-7", "'result.value' is read as '10.00 EUR'")]
    [InlineData("payment: O-7, members", "payment: O-8, members", "'result.payment' is read as 'O-7'")]
    [InlineData("return.attempts: 1", "return.attempts: 2", "'result.members.return.attempts' is read as '1'")]
    [InlineData("refunded: 10.00 EUR", "refunded: 9.00 EUR", "'refunded' is read as '10.00 EUR'")]
    [InlineData("captured: 30.00 EUR", "captured: 9.00 EUR", "'captured' is read as '30.00 EUR'")]
    [InlineData("status: taken, state: refunded", "status: taken, state: paid", "'state' is read as 'Refunded'")]
    [InlineData("get: /orders/O-7/returns/41", "get: /orders/O-7/returns/42", "/orders/O-7/returns/4")]
    [InlineData("delete: /orders/O-7/returns/42", "delete: /orders/O-7/returns/41", "/orders/O-7/returns/4")]
    [InlineData("body: { number: O-7, phase: taken, sums", "body: { number: O-9, phase: taken, sums", "has the id 'O-9', and the payment has 'O-7'")]
    [InlineData("return: { number: 42, phase: queued }", "return: { phase: queued }", "")]
    [InlineData("read: { result: { id: '42', status: queued", "read: { id: '42', result: { status: queued", "'id' is not found")]
    public async Task A_difference_is_reported_by_the_spec_and_by_generated_code(string recorded, string changed, string words)
    {
        Assert.Contains(recorded, s_crate, StringComparison.Ordinal);
        var text = s_crate.Replace(recorded, changed, StringComparison.Ordinal);

        Assert.Contains(words, string.Join('\n', OfSpec(text, "crate").DefaultIfEmpty("no difference")), StringComparison.Ordinal);
        Assert.NotEmpty(OfSpec(text, "crate"));
        _folder.CreateSubdirectory("exchanges");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "exchanges/crate.yaml"), text, TestContext.Current.CancellationToken);
        var test = ExchangeTests.In(_folder.FullName, typeof(ResultTests).Assembly)[0];
        var error = await Assert.ThrowsAsync<ExchangeException>(() => test.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static List<string> OfSpec(string text, string method)
    {
        var file = ExchangeReader.Read("exchanges/a.yaml", text);
        Assert.Equal([], file.Diagnostics.Select(diagnostic => diagnostic.Message));
        var parsed = SpecParser.Parse("depot.api.yaml", File.ReadAllText(Path.Combine(s_depot, "depot.api.yaml")));
        var api = SpecBinder.BindApi(parsed);
        Assert.Equal([], api.Diagnostics.Select(diagnostic => diagnostic.Message));
        var bound = SpecBinder.BindMethod(SpecParser.Parse($"{method}.apm.yaml", File.ReadAllText(Path.Combine(s_depot, $"{method}.apm.yaml"))), parsed);
        var check = new ExchangeCheck(api.Model!, bound.Model);
        return
        [
            .. file.Exchanges.SelectMany(exchange => check.Check(exchange, file.Exchanges) is var verdict ? verdict.Problems.Concat(verdict.Unchecked) : [])
                .Select(problem => $"line {problem.Location.Span.Line + 1}: {problem.Message}"),
        ];
    }
}
