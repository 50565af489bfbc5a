using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>APM1009 and APM1010: fields that other fields require or forbid.</summary>
public class CombinationTests
{
    // As the generator writes it for a method that has every kind of rule.
    internal const string Wallet = """
        [ApmMethod("Acme Wallet", "acme/1/wallet")]
        [ApmRule("require", "instruction.customer.email", When = new[] { "instruction.kind ?= direct" }, Because = "the receipt goes there")]
        [ApmRule("forbid", "instruction.token", When = new[] { "instruction.kind = direct" })]
        [ApmRule("require", "instruction.token", When = new[] { "instruction.kind != direct" })]
        [ApmRule("all-or-none", "instruction.customer.firstName", "instruction.customer.lastName")]
        [ApmRule("forbid", "instruction.iban", When = new[] { "instruction.customer.lastName" })]
        [ApmRule("require", "instruction.bic", When = new[] { "instruction.iban ^= GB|CH", "!instruction.token" })]
        public sealed record WalletRequest
        {
            [ApmField("instruction", "acme/1/wallet")] public required WalletInstruction Instruction { get; init; }
        }

        [ApmMethod("Acme Wallet", "acme/1/wallet")]
        public sealed record WalletInstruction
        {
            [ApmField("instruction.kind", "acme/1/wallet")] public WalletKind? Kind { get; init; }
            [ApmField("instruction.token", "acme/1/wallet")] public string? Token { get; init; }
            [ApmField("instruction.iban", "acme/1/wallet")] public string? Iban { get; init; }
            [ApmField("instruction.bic", "acme/1/wallet")] public string? Bic { get; init; }
            [ApmField("instruction.customer", "acme/1/wallet")] public WalletCustomer? Customer { get; init; }
        }

        [ApmMethod("Acme Wallet", "acme/1/wallet")]
        public sealed record WalletCustomer
        {
            [ApmField("instruction.customer.email", "acme/1/wallet")] public string? Email { get; init; }
            [ApmField("instruction.customer.firstName", "acme/1/wallet")] public string? FirstName { get; init; }
            [ApmField("instruction.customer.lastName", "acme/1/wallet")] public string? LastName { get; init; }
        }

        public enum WalletKind
        {
            [System.Runtime.Serialization.EnumMember(Value = "direct")] Direct,
            [System.Runtime.Serialization.EnumMember(Value = "token")] Token,
        }
        """;

    [Theory]
    [InlineData("Instruction = {|APM1009:new|}() { Kind = WalletKind.Direct }")]
    [InlineData("Instruction = new() { Kind = WalletKind.Direct, Customer = {|APM1009:new|}() { FirstName = text, LastName = text } }")]
    [InlineData("Instruction = {|APM1009:new WalletInstruction|} { }")]
    [InlineData("Instruction = {|APM1009:new|}() { Kind = WalletKind.Token }")]
    [InlineData("Instruction = {|APM1009:new|}() { Kind = flag ? WalletKind.Token : WalletKind.Direct, Customer = new() { Email = text } }")]
    [InlineData("Instruction = {|APM1009:new|}() { Iban = \"GB1\", Customer = new() { Email = text } }")]
    public Task A_field_that_others_require_is_missing(string members) => CheckAsync(members);

    [Theory]
    [InlineData("Instruction = new() { Kind = WalletKind.Direct, Customer = new() { Email = text } }")]
    [InlineData("Instruction = new() { Kind = WalletKind.Token, Token = text }")]
    [InlineData("Instruction = new() { Kind = WalletKind.Token, Token = text, Iban = \"GB1\" }")]
    [InlineData("Instruction = new() { Iban = \"DE1\", Customer = new() { Email = text } }")]
    [InlineData("Instruction = new() { Iban = text, Customer = new() { Email = text } }")]
    [InlineData("Instruction = new() { Kind = (WalletKind)number }")]
    [InlineData("Instruction = Activator.CreateInstance<WalletInstruction>()")]
    [InlineData("Instruction = new() { Kind = WalletKind.Direct, Customer = Activator.CreateInstance<WalletCustomer?>() }")]
    public Task What_may_be_there_is_not_missing(string members) => CheckAsync(members);

    [Theory]
    [InlineData("Instruction = new() { Kind = WalletKind.Direct, {|APM1010:Token|} = \"x\", Customer = new() { Email = text } }")]
    [InlineData("Instruction = new() { Kind = WalletKind.Direct, {|APM1010:Token|} = $\"x{number}\", Customer = new() { Email = text } }")]
    [InlineData("Instruction = new() { Customer = new() { Email = text, {|APM1010:FirstName|} = \"A\" } }")]
    [InlineData("Instruction = new() { Customer = new() { Email = text, {|APM1010:LastName|} = \"B\", FirstName = null } }")]
    [InlineData("Instruction = new() { {|APM1010:Iban|} = \"DE1\", Customer = new() { Email = text, FirstName = \"A\", LastName = \"B\" } }")]
    public Task A_field_that_others_forbid_is_set(string members) => CheckAsync(members);

    [Theory]
    [InlineData("Instruction = new() { Kind = WalletKind.Direct, Token = null, Customer = new() { Email = text } }")]
    [InlineData("Instruction = new() { Kind = WalletKind.Direct, Token = other, Customer = new() { Email = text } }")]
    [InlineData("Instruction = new() { Customer = new() { Email = text, FirstName = \"A\", LastName = \"B\" } }")]
    [InlineData("Instruction = new() { Customer = new() { Email = text, FirstName = \"A\", LastName = other } }")]
    public Task What_may_be_absent_is_not_forbidden(string members) => CheckAsync(members);

    [Fact]
    public async Task The_parts_of_a_request_may_be_locals()
    {
        await Shop.CheckAsync(Wallet + Shop.Method("""
            var customer = new WalletCustomer { FirstName = "A", LastName = "B" };
            var instruction = new WalletInstruction { Kind = WalletKind.Direct, Customer = customer };
            var request = {|APM1009:new WalletRequest|} { Instruction = instruction };
            Use(request);
            """));
    }

    [Fact]
    public Task What_a_draft_lacks_may_come_later() => Shop.CheckAsync(Wallet + Shop.Method("""
        var draft = new WalletRequest { Instruction = new() { Kind = WalletKind.Direct } };
        Use(draft with { Instruction = draft.Instruction with { Customer = new() { Email = text } } });
        Use(draft with { Instruction = {|APM1009:new|}() { Kind = WalletKind.Token } });
        """));

    [Theory]
    [InlineData("private static readonly WalletRequest Draft = new() { Instruction = new() { Kind = WalletKind.Direct } };")]
    [InlineData("private static WalletRequest Draft { get; } = new() { Instruction = new() { Kind = WalletKind.Direct } };")]
    public Task What_a_draft_of_all_requests_lacks_may_come_later(string draft) =>
        Shop.CheckAsync(Wallet + Shop.Method("Use(Draft with { Instruction = Draft.Instruction with { Customer = new() { Email = text } } });", draft));

    [Fact]
    public async Task The_message_says_what_when_and_why()
    {
        var diagnostic = Assert.Single(await CheckAsync("Instruction = {|APM1009:new|}() { Kind = WalletKind.Direct }"));

        Assert.Equal(
            "Instruction.Customer.Email (instruction.customer.email) of Acme Wallet must be set when instruction.kind is direct or not set: "
                + "the receipt goes there (rule: rules in acme/1/wallet)",
            diagnostic.GetMessage());
    }

    [Theory]
    [InlineData(
        "Instruction = {|APM1009:new|}() { Iban = \"GB1\", Customer = new() { Email = text } }",
        "Instruction.Bic (instruction.bic) of Acme Wallet must be set when instruction.iban starts with GB or CH and instruction.token is not set (rule:")]
    [InlineData(
        "Instruction = {|APM1009:new|}() { Kind = WalletKind.Token }",
        "Instruction.Token (instruction.token) of Acme Wallet must be set when instruction.kind is not direct (rule:")]
    [InlineData(
        "Instruction = new() { {|APM1010:Iban|} = \"DE1\", Customer = new() { Email = text, FirstName = \"A\", LastName = \"B\" } }",
        "must not be set when instruction.customer.lastName is set (rule:")]
    [InlineData(
        "Instruction = new() { Customer = new() { Email = text, {|APM1010:FirstName|} = \"A\" } }",
        "must be set together with Instruction.Customer.LastName (instruction.customer.lastName) (rule:")]
    public async Task The_message_says_when_in_words(string members, string words) =>
        Assert.Contains(words, Assert.Single(await CheckAsync(members)).GetMessage(), StringComparison.Ordinal);

    private static Task<System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic>> CheckAsync(string members) =>
        Shop.CheckAsync(Wallet + Shop.Method($"Use(new WalletRequest {{ {members} }});"));
}
