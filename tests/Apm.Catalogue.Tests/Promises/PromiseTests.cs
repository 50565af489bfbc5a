using Apm.Sandbox;

namespace Apm.Catalogue.Tests.Promises;

/// <summary>What the last release said of methods is still so, or the changelog says what breaks.</summary>
public class PromiseTests
{
    private static readonly string s_file = Path.Combine(RepositoryFolder.Path, "tests/Apm.Catalogue.Tests/Promises/released.txt");

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

        Assert.True(broken.Count == 0, "Under 'Breaking' of what is unreleased, CHANGELOG.md has to have each of\n" + string.Join('\n', broken.Select(line => $"- `{line}`")));
    }

    [Theory]
    [InlineData("currencies: [EUR, HKD, GBP, SGD]", "currencies: [EUR, HKD, GBP]", "takes SGD")]
    [InlineData("capabilities: [sale, refund, partial-refund]", "capabilities: [sale, refund]", "offers partial-refund")]
    [InlineData("HKD: { max: 50000 }", "HKD: { max: 40000 }", "amount in HKD at most 5000000")]
    [InlineData("HKD: { max: 50000 }", "HKD: { min: 1, max: 50000 }", "amount in HKD at most 5000000")]
    [InlineData("type: enum, values: [DESKTOP,", "type: enum, required: true, values: [DESKTOP,", "instruction.paymentInstrument.deviceType is optional")]
    [InlineData("fields:\n", "fields:\n  instruction.paymentInstrument.walletId: { type: string, required: true }\n", "instruction.paymentInstrument.walletId is required")]
    [InlineData("fields:\n", "fields:\n  instruction.paymentInstrument.walletId: { type: string }\n", null)]
    [InlineData("MOBILE, CONSOLE", "CONSOLE", "instruction.paymentInstrument.deviceType may be MOBILE")]
    [InlineData("HKD: { max: 50000 }", "HKD: { max: 60000 }", null)]
    [InlineData("countries: [HK]", "countries: [HK, MO]", null)]
    [InlineData("pendingURL: { type: url, required: true", "pendingURL: { type: url, required: false", null)]
    public void What_breaks_is_found_and_what_widens_is_not(string from, string to, string? broken)
    {
        const string Id = "worldpay/2023-06-01/alipay_hk";
        var spec = Read(Id + ".apm.yaml");
        Assert.Contains(from, spec, StringComparison.Ordinal);

        var found = Promise.Broken(Now(Open(spec)).Select(promise => promise.ToString()), Now(Open(spec.Replace(from, to, StringComparison.Ordinal)))).ToList();

        if (broken is null)
        {
            Assert.Empty(found);
        }
        else
        {
            Assert.Contains($"{Id} {broken}", found);
        }

        static Gateway Open(string spec) => new(new SandboxOptions { Specs = [("worldpay.api.yaml", Read("worldpay/2023-06-01/worldpay.api.yaml")), ("alipay_hk.apm.yaml", spec)] });

        static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryFolder.Path, "specs", file));
    }

    private static List<Promise> Now(Gateway gateway) => [.. gateway.Methods.SelectMany(Promise.Of)];
}
