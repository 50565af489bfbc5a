using Apm.SpecMutation;

namespace Apm.Catalogue.Tests.Exchanges;

/// <summary>A changed fact is noticed by the exchange that confirms it.</summary>
public sealed class MutationScoreTests : IDisposable
{
    private const string Method = """
        apm: my_wallet
        name: My Wallet
        api: worldpay/2024-07-01
        status: available
        source: { url: https://docs.example.com }
        currencies: [HKD]
        capabilities: [sale, refund]
        fields:
          instruction.paymentInstrument: { type: plainInstrument }
          instruction.note: { type: string, required: true, summary: A note. }
          instruction.code: { type: string, summary: A code. }
        """;

    private const string Request = """
            operation: pay
            request:
              body:
                transactionReference: A-1
                merchant: { entity: Shop }
                instruction:
                  method: my_wallet
                  value: { amount: 100, currency: HKD }
                  narrative: { line1: Shop }
                  paymentInstrument: { type: direct }
                  note: x

        """;

    private const string Exchanges = $$"""
        exchanges: worldpay/2024-07-01/my_wallet
        recorded:
          - name: a payment
            source: { url: https://docs.example.com, example: Payment }
        {{Request}}  - name: a payment with a code
        {{Request}}          code: y
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("apm-mutation-");

    [Fact]
    public void Each_change_is_noticed_by_the_exchange_that_holds_the_fact()
    {
        Write(Method, Exchanges);

        var score = new SpecMutator(_folder.FullName).Score("worldpay/2024-07-01/my_wallet");

        Assert.Equal(
            [
                "currencies is another list: Published",
                "instruction.paymentInstrument is deleted: Unnoticed",
                "instruction.paymentInstrument has another path: Unnoticed",
                "instruction.note is deleted: Published",
                "instruction.note has another path: Published",
                "instruction.note is optional: Unnoticed",
                "instruction.note is of type integer: Published",
                "instruction.code is deleted: OwnReading",
                "instruction.code has another path: OwnReading",
                "instruction.code is required: Published",
                "instruction.code is of type integer: OwnReading",
            ],
            score.Changes.Select(change => $"{change.Change.Fact} {change.Change.What}: {change.Result}"));
        Assert.Equal((5, 3), (score.Published, score.OwnReading));
        Assert.Equal(9, score.Changes.First(change => change.Change.Fact == "instruction.note").Change.Place.Span.Line);
    }

    [Fact]
    public void A_spec_that_its_exchanges_contradict_has_no_score()
    {
        Write(Method, Exchanges.Replace("note: x", "note: 1", StringComparison.Ordinal));

        var problem = Assert.Throws<SpecMutationException>(() => new SpecMutator(_folder.FullName).Score("worldpay/2024-07-01/my_wallet"));

        Assert.Contains("An exchange disagrees with worldpay/2024-07-01/my_wallet as it is", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_may_have_all_currencies_of_its_API_and_another_method_may_extend_it()
    {
        Write(Method, Exchanges);
        var api = File.ReadAllText(Path.Combine(_folder.FullName, "worldpay.api.yaml"));
        var all = api[api.IndexOf("currencies: [", StringComparison.Ordinal)..];
        File.WriteAllText(
            Path.Combine(_folder.FullName, "my_wallet.apm.yaml"),
            Method.Replace("currencies: [HKD]", all[..(all.IndexOf(']', StringComparison.Ordinal) + 1)], StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(_folder.FullName, "strict.apm.yaml"), "extends: worldpay/2024-07-01/my_wallet\ncurrencies: [HKD]\n");

        var mutator = new SpecMutator(_folder.FullName);

        Assert.Equal(["worldpay/2024-07-01/my_wallet", "worldpay/2024-07-01"], mutator.Ids);
        Assert.NotEqual("currencies", mutator.Score(mutator.Ids[0]).Changes[0].Change.Fact);
    }

    [Theory]
    [InlineData("operation: pay", "operation: pey", "line 5")]
    [InlineData("worldpay/2024-07-01/my_wallet", "worldpay/2024-07-01/mine", "no spec in the folder has the id 'worldpay/2024-07-01/mine'")]
    public void A_wrong_file_of_exchanges_is_named(string part, string by, string message)
    {
        Write(Method, Exchanges.Replace(part, by, StringComparison.Ordinal));

        var problem = Assert.Throws<SpecMutationException>(() => new SpecMutator(_folder.FullName));

        Assert.Contains(Path.Combine("exchanges", "my_wallet.yaml"), problem.Message, StringComparison.Ordinal);
        Assert.Contains(message.Replace("line 5", ":5: no operation", StringComparison.Ordinal), problem.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string method, string exchanges)
    {
        File.Copy(Path.Combine(RepositoryFolder.Path, "specs/worldpay/2024-07-01/worldpay.api.yaml"), Path.Combine(_folder.FullName, "worldpay.api.yaml"));
        File.WriteAllText(Path.Combine(_folder.FullName, "my_wallet.apm.yaml"), method);
        File.WriteAllText(Path.Combine(_folder.CreateSubdirectory("exchanges").FullName, "my_wallet.yaml"), exchanges);
    }
}
