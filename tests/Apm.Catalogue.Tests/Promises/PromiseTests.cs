using Apm.Sandbox;

namespace Apm.Catalogue.Tests.Promises;

/// <summary>What the last release said of methods is still so, or the changelog says what breaks.</summary>
public class PromiseTests
{
    private static readonly string s_file = Path.Combine(RepositoryFolder.Path, "tests/Apm.Catalogue.Tests/Promises/released.txt");

    private static string Api => File.ReadAllText(Path.Combine(RepositoryFolder.Path, "specs/worldpay/2023-06-01/worldpay.api.yaml"));

    [Fact]
    public void A_change_that_breaks_merchants_is_named_in_the_changelog()
    {
        var now = Now(new Gateway());
        if (Environment.GetEnvironmentVariable("APM_RELEASE") is not null)
        {
            File.WriteAllLines(s_file, now.Select(promise => promise.ToString()).Order(StringComparer.Ordinal));
        }

        var unreleased = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "CHANGELOG.md")).Split("\n## ")[1];
        var broken = Promise.Broken(File.ReadAllLines(s_file), now).Where(line => !unreleased.Contains($"`{line}`", StringComparison.Ordinal)).ToList();

        Assert.True(
            broken.Count == 0,
            "Under 'Breaking' of what is unreleased, CHANGELOG.md has to have each of\n" + string.Join('\n', broken.Select(line => $"- `{line}`")));
    }

    [Theory]
    [InlineData("currencies: [EUR, HKD]", "currencies: [HKD]", "takes EUR")]
    [InlineData("capabilities: [sale, refund]", "capabilities: [sale]", "offers refund")]
    [InlineData("max: 300", "max: 200", "amount in HKD at most 30000")]
    [InlineData("max: 300", "min: 1, max: 300", "amount in HKD at most 30000")]
    [InlineData("type: enum, values", "type: enum, required: true, values", "instruction.paymentInstrument.deck is optional")]
    [InlineData(
        "fields:\n",
        "fields:\n  instruction.paymentInstrument.berth: { type: string, required: true }\n",
        "instruction.paymentInstrument.berth is required")]
    [InlineData("fields:\n", "fields:\n  instruction.paymentInstrument.berth: { type: string }\n", null)]
    [InlineData("UPPER, LOWER", "LOWER", "instruction.paymentInstrument.deck may be UPPER")]
    [InlineData("max: 300", "max: 400", null)]
    [InlineData("countries: [HK]", "countries: [HK, MO]", null)]
    [InlineData("successURL: { type: url, required: true", "successURL: { type: url, required: false", null)]
    public void What_breaks_is_found_and_what_widens_is_not(string from, string to, string? broken)
    {
        const string Id = "worldpay/2023-06-01/ferry_pay";
        const string Spec = """
            apm: ferry_pay
            name: Ferry Pay
            api: worldpay/2023-06-01
            status: available
            source: { url: https://ferrypay.example }
            countries: [HK]
            currencies: [EUR, HKD]
            limits: { HKD: { max: 300 } }
            capabilities: [sale, refund]
            fields:
              instruction.paymentInstrument.successURL: { type: url, required: true }
              instruction.paymentInstrument.deck: { type: enum, values: [UPPER, LOWER] }
            """;
        Assert.Contains(from, Spec, StringComparison.Ordinal);

        var found = Promise.Broken(Now(Open(Spec)).Select(promise => promise.ToString()), Now(Open(Spec.Replace(from, to, StringComparison.Ordinal)))).ToList();

        if (broken is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains($"{Id} {broken}", found);
        }

        static Gateway Open(string spec) => new(new SandboxOptions { Specs = [("worldpay.api.yaml", Api), ("ferry_pay.apm.yaml", spec)] });
    }

    private static List<Promise> Now(Gateway gateway) => [.. gateway.Methods.SelectMany(Promise.Of)];
}
