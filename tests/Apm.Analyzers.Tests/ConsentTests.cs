using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>A field that may be true and nothing else.</summary>
public class ConsentTests
{
    private const string Wallet = """
        [ApmMethod("Acme Wallet", "acme/1/wallet")]
        public sealed record WalletTerms
        {
            [ApmField("terms", "acme/1/wallet"), ApmValues("true")] public required bool Accepted { get; init; }
        }

        """;

    [Theory]
    [InlineData("{|APM1006:false|}")]
    [InlineData("{|APM1006:!true|}")]
    [InlineData("flag ? true : {|APM1006:false|}")]
    [InlineData("true")]
    [InlineData("flag")]
    [InlineData("flag || true")]
    public Task It_is_true_or_unknown(string value) => Shop.CheckAsync(Wallet + $$"""
        public static class Till
        {
            public static WalletTerms Of(bool flag) => new() { Accepted = {{value}} };
        }
        """);
}
