using Apm.Testing;

namespace Apm.Catalogue.Tests.Exchanges;

/// <summary>The generated types and the client agree with what the gateway publishes.</summary>
public class GeneratedCodeTests
{
    private static readonly IReadOnlyList<ExchangeTest> s_all =
        ExchangeTests.In(Path.Combine(RepositoryFolder.Path, "specs"), typeof(GeneratedCodeTests).Assembly);

    public static TheoryData<string, string> All { get; } = [.. s_all.Select(exchange => (exchange.Spec, exchange.Name))];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Generated_code_agrees_with_the_exchange_and_nothing_is_left_unchecked(string spec, string name)
    {
        var exchange = s_all.Single(exchange => exchange.Spec == spec && exchange.Name == name);

        Assert.Equal([], await exchange.RunAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Both_tests_run_the_same_exchanges() => Assert.Equal(PackedExchanges.All.Select(row => row.Data), All.Select(row => row.Data));
}
