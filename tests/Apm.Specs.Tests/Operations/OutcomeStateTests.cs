namespace Apm.Specs.Tests;

/// <summary>What an operation leads to has a status, so that a client can read it.</summary>
public class OutcomeStateTests
{
    private const string Statuses = "{ pending: [waiting], authorized: [held], paid: [captured], failed: [refused], refunded: [returned] }";
    private const string Refund = "refund: { post: refund, status: 202, while: [captured] }";

    [Theory]
    [InlineData("refund: { post: refund, status: 202 }", "refunded: [returned]", "'refund' leads to the state refunded", "refunded: []")]
    [InlineData("cancel: { post: cancel, status: 202 }", "cancelled: [voided]", "'cancel' leads to the state cancelled", "cancelled: []")]
    [InlineData("settle: { post: settle, status: 202 }", "paid: [captured]", "'settle' leads to the state paid", "paid: []")]
    [InlineData("partial-settle: { post: take, status: 202 }", "paid: [captured]", "'partial-settle' leads to the state paid", "paid: []")]
    public void An_operation_leads_to_a_state_of_the_API(string operation, string status, string words, string none)
    {
        var id = operation[..operation.IndexOf(':', StringComparison.Ordinal)];
        var missing = Gateway.Api.Edited(Statuses, "{ failed: [refused] }").Edited(Refund, operation.Replace(id + ":", $"[|{id}|]:", StringComparison.Ordinal));
        Gateway.ExpectInApi(SpecDescriptors.MissingKey, missing, words, "'statuses' does not contain it", none);

        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited(Statuses, $"{{ failed: [refused], {status} }}").Edited(Refund, operation)).Diagnostics);
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited(Statuses, $"{{ failed: [refused], {none} }}").Edited(Refund, operation)).Diagnostics);
    }

    [Theory]
    [InlineData("partial-refund: { post: some, status: 202 }")]
    [InlineData("confirm: { post: yes-please, status: 202 }")]
    public void Another_operation_can_keep_the_status(string operation) =>
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited(Statuses, "{ paid: [captured] }").Edited(Refund, operation)).Diagnostics);

    [Fact]
    public void A_customer_is_sent_away_while_the_payment_is_pending()
    {
        var api = Gateway.Api.Edited(Statuses, "{ paid: [captured], refunded: [returned] }");

        Gateway.ExpectInApi(SpecDescriptors.MissingKey, api.Edited("href: href", "href: href, [|redirect|]: url"), "in the state pending", "pending: []");
        Assert.Empty(Gateway.BindApi(api).Diagnostics);
    }

    [Theory]
    [InlineData("sale", "'sale' leads to the state paid, but the API has no status for it: add paid")]
    [InlineData("authorization", "'authorization' leads to the state authorized, but the API has no status for it: add authorized")]
    public void A_method_is_paid_in_a_state_of_the_API(string kind, string words) => Expect.At(
        SpecDescriptors.MissingKey,
        Gateway.Method.Edited("[sale, refund]", $"[[|{kind}|], refund]"),
        text => Gateway.BindMethod(text, Gateway.Api.Edited(Statuses, "{ failed: [captured], refunded: [] }")).Diagnostics,
        words);

    [Fact]
    public void A_misspelt_state_is_the_only_mistake() =>
        Gateway.ExpectInApi(SpecDescriptors.UnknownKey, Gateway.Api.Edited("refunded: [", "[|refundd|]: ["), "did you mean 'refunded'?");

    [Theory]
    [InlineData("{}")]
    [InlineData("{ paid: [], refunded: [] }")]
    public void An_API_has_a_status(string statuses) => Assert.Contains(
        Gateway.BindApi(Gateway.Api.Edited(Statuses, statuses)).Diagnostics,
        diagnostic => diagnostic.Rule == SpecDescriptors.MissingKey && diagnostic.Message.StartsWith("'statuses' is empty", StringComparison.Ordinal));
}
