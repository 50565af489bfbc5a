using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Requests that other code completes.</summary>
public class DraftTests
{
    private const string Draft = "new WalletRequest { Instruction = new() { Kind = WalletKind.Direct } }";
    private const string Complete = "with { Instruction = new() { Kind = WalletKind.Direct, Customer = new() { Email = \"a@shop.example\" } } }";

    [Theory]
    [InlineData("private static WalletRequest Draft() => " + Draft + "; public static WalletRequest Sell() => Draft() " + Complete + ";")]
    [InlineData("private static WalletRequest Draft() { return " + Draft + "; } public static WalletRequest Sell() { var draft = Draft(); return draft " + Complete + "; }")]
    [InlineData("private static WalletRequest Draft => " + Draft + "; public static WalletRequest Sell() => Draft " + Complete + ";")]
    [InlineData("private static WalletRequest Completed(WalletRequest draft) => draft " + Complete + "; public static WalletRequest Sell() => Completed(" + Draft + ");")]
    [InlineData("private static WalletRequest Completed(this WalletRequest draft) => draft " + Complete + "; public static WalletRequest Sell() => " + Draft + ".Completed();")]
    [InlineData("private static WalletRequest Completed(WalletRequest draft) => draft " + Complete
        + "; public static WalletRequest Sell() { var draft = " + Draft + "; return Completed(draft); }")]
    [InlineData("private static readonly WalletRequest s_draft; static Till() => s_draft = " + Draft + "; public static WalletRequest Sell() => s_draft " + Complete + ";")]
    [InlineData("public static IEnumerable<WalletRequest> Sell(int[] all) => all.Select(_ => " + Draft + ").Select(draft => draft " + Complete + ");")]
    [InlineData("public static WalletRequest Sell() { return Draft() " + Complete + "; static WalletRequest Draft() => " + Draft + "; }")]
    [InlineData("private static Task<WalletRequest> Draft() => Task.FromResult(" + Draft + "); public static async Task<WalletRequest> Sell() => (await Draft()) " + Complete + ";")]
    public Task What_a_draft_lacks_may_come_later(string members) => Shop.CheckAsync(CombinationTests.Wallet + $"public static class Till {{ {members} }}");

    [Theory]
    [InlineData("private static WalletRequest Draft() => new WalletRequest { Instruction = {|APM1009:new|}() { Kind = WalletKind.Direct } }; public static WalletRequest Sell() => Draft();")]
    [InlineData("private static WalletRequest Sent(WalletRequest request) => request; "
        + "public static WalletRequest Sell() => Sent(new WalletRequest { Instruction = {|APM1009:new|}() { Kind = WalletKind.Direct } });")]
    [InlineData("private static readonly WalletRequest s_draft; static Till() => s_draft = new WalletRequest { Instruction = {|APM1009:new|}() { Kind = WalletKind.Direct } }; "
        + "public static WalletRequest Sell() => s_draft;")]
    [InlineData("public static IEnumerable<WalletRequest> Sell(int[] all) => all.Select(_ => new WalletRequest { Instruction = {|APM1009:new|}() { Kind = WalletKind.Direct } });")]
    [InlineData("private static WalletRequest Draft() => " + Draft + "; public static WalletRequest Sell() => Draft() with { Instruction = {|APM1009:new|}() { Kind = WalletKind.Token } };")]
    public Task What_nothing_completes_is_reported(string members) => Shop.CheckAsync(CombinationTests.Wallet + $"public static class Till {{ {members} }}");
}
