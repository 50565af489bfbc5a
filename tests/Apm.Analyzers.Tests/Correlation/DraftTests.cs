using Xunit;

namespace Apm.Analyzers.Tests.Correlation;

/// <summary>Requests that other code completes.</summary>
public class DraftTests
{
    private const string Draft = "new WalletRequest { Instruction = new() { Kind = WalletKind.Direct } }";
    private const string Wrong = "new WalletRequest { Instruction = {|APM1009:new|}() { Kind = WalletKind.Direct } }";
    private const string Completion = "with { Instruction = new() { Kind = WalletKind.Direct, Customer = new() { Email = \"a@shop.example\" } } }";

    [Theory]
    [InlineData("private static WalletRequest Draft() => DRAFT; public static WalletRequest Sell() => Draft() COMPLETED;")]
    [InlineData("private static WalletRequest Draft() { return DRAFT; } public static WalletRequest Sell() { var draft = Draft(); return draft COMPLETED; }")]
    [InlineData("private static WalletRequest Draft => DRAFT; public static WalletRequest Sell() => Draft COMPLETED;")]
    [InlineData("private static WalletRequest Full(WalletRequest draft) => draft COMPLETED; public static WalletRequest Sell() => Full(DRAFT);")]
    [InlineData("private static WalletRequest Full(this WalletRequest draft) => draft COMPLETED; public static WalletRequest Sell() => DRAFT.Full();")]
    [InlineData("""
        private static WalletRequest Full(WalletRequest draft) => draft COMPLETED;
        public static WalletRequest Sell() { var draft = DRAFT; return Full(draft); }
        """)]
    [InlineData("""
        private static readonly WalletRequest s_draft;
        static Till() => s_draft = DRAFT;
        public static WalletRequest Sell() => s_draft COMPLETED;
        """)]
    [InlineData("public static IEnumerable<WalletRequest> Sell(int[] all) => all.Select(_ => DRAFT).Select(draft => draft COMPLETED);")]
    [InlineData("public static WalletRequest Sell() { return Draft() COMPLETED; static WalletRequest Draft() => DRAFT; }")]
    [InlineData("""
        private static Task<WalletRequest> Draft() => Task.FromResult(DRAFT);
        public static async Task<WalletRequest> Sell() => (await Draft()) COMPLETED;
        """)]
    public Task What_a_draft_lacks_may_come_later(string members) => CheckAsync(members);

    [Theory]
    [InlineData("private static WalletRequest Draft() => WRONG; public static WalletRequest Sell() => Draft();")]
    [InlineData("private static WalletRequest Sent(WalletRequest request) => request; public static WalletRequest Sell() => Sent(WRONG);")]
    [InlineData("private static readonly WalletRequest s_draft; static Till() => s_draft = WRONG; public static WalletRequest Sell() => s_draft;")]
    [InlineData("public static IEnumerable<WalletRequest> Sell(int[] all) => all.Select(_ => WRONG);")]
    [InlineData("""
        private static WalletRequest Draft() => DRAFT;
        public static WalletRequest Sell() => Draft() with { Instruction = {|APM1009:new|}() { Kind = WalletKind.Token } };
        """)]
    public Task What_nothing_completes_is_reported(string members) => CheckAsync(members);

    [Theory]
    [InlineData("public static WalletRequest => DRAFT;")]
    [InlineData("public static WalletRequest { get => DRAFT; }")]
    [InlineData("public static List<WalletRequest> () { return [DRAFT]; }")]
    [InlineData("public static WalletRequest <T>() => DRAFT;")]
    [InlineData("public static void Sell() { var = DRAFT; }")]
    [InlineData("public static void Sell() { this. = DRAFT; }")]
    public async Task The_search_for_a_name_that_is_not_typed_yet_ends(string members)
    {
        var code = CodeOf(members);

        var reported = await Shop.AnalyzeAsync(Shop.Compilation("Shop", [Shop.Tree(Shop.Usings), Shop.Tree(code, "Shop.cs")], withSpecs: true));

        // What the compiler reads in such code differs between its versions.
        Assert.All(reported, diagnostic => Assert.Equal("APM1009", diagnostic.Id));
    }

    private static Task CheckAsync(string members) => Shop.CheckAsync(CodeOf(members));

    private static string CodeOf(string members) =>
        CombinationTests.Wallet
        + "public static class Till { "
        + members.Replace("DRAFT", Draft, StringComparison.Ordinal)
            .Replace("WRONG", Wrong, StringComparison.Ordinal)
            .Replace("COMPLETED", Completion, StringComparison.Ordinal)
        + " }";
}
