namespace Apm.Specs.Tests;

/// <summary>What a capability leads to has a status, so that a client can read it.</summary>
public class OutcomeStateTests
{
    private const string Statuses = "{ pending: [waiting], authorized: [held], paid: [captured], failed: [refused], refunded: [returned] }";
    private const string Refund = "refund: { post: refund, status: 202, while: [captured] }";

    [Theory]
    [InlineData("authorization", "authorized")]
    [InlineData("refund", "refunded")]
    [InlineData("cancel", "cancelled")]
    [InlineData("settle", "paid")]
    [InlineData("partial-settle", "paid")]
    public void A_capability_leads_to_a_state_of_the_API(string capability, string state)
    {
        Expect.At(
            SpecDescriptors.MissingKey,
            With($"[|{capability}|]"),
            text => Gateway.BindMethod(text, Api("expired: [late]")).Diagnostics.Where(diagnostic => IsOf(capability)(diagnostic)),
            $"'{capability}' leads to the state {state}, for which the API has no status",
            $"'{state}: []' if payments keep their status");

        Assert.DoesNotContain(Gateway.BindMethod(With(capability), Api($"{state}: [x]")).Diagnostics, IsOf(capability));
        Assert.DoesNotContain(Gateway.BindMethod(With(capability), Api($"expired: [late], {state}: []")).Diagnostics, IsOf(capability));
    }

    [Fact]
    public void A_sale_must_be_able_to_succeed()
    {
        var (capability, state) = ("sale", "paid");
        foreach (var statuses in new[] { "expired: [late]", $"expired: [late], {state}: []" })
        {
            Expect.At(
                SpecDescriptors.MissingKey,
                With($"[|{capability}|]"),
                text => Gateway.BindMethod(text, Api(statuses)).Diagnostics.Where(diagnostic => IsOf(capability)(diagnostic)),
                $"'{capability}' leads to the state {state}, for which the API has no status, so no client can see that a payment succeeded",
                $"add {state} with the gateway's statuses");
        }

        Assert.DoesNotContain(Gateway.BindMethod(With(capability), Api($"{state}: [x]")).Diagnostics, IsOf(capability));
    }

    [Theory]
    [InlineData("result: refund", "results: { refund: { id: id, status: status, statuses: { pending: [queued] } } }", "", false)]
    [InlineData("result: nothing", "", "", false)]
    [InlineData("result: payment", "", "value: sum, refunded: returned,", false)]
    [InlineData("result: payment", "", "", true)]
    public void A_refund_that_the_status_does_not_show_needs_no_status(string result, string results, string amounts, bool isReported)
    {
        var api = Gateway.Api.Replace("while: [captured]", $"while: [captured], {result}", StringComparison.Ordinal)
                .Replace(", refunded: [returned]", "", StringComparison.Ordinal)
                .Replace("response: {", $"response: {{ {amounts}", StringComparison.Ordinal)
            + results + "\n";
        Assert.Empty(Gateway.BindApi(api).Diagnostics);

        Assert.Equal(isReported, Gateway.BindMethod(With("refund"), api).Diagnostics.Any(diagnostic => IsOf("refund")(diagnostic)));
    }

    [Theory]
    [InlineData("partial-refund")]
    [InlineData("confirm")]
    public void Another_capability_can_keep_the_status(string capability) =>
        Assert.DoesNotContain(Gateway.BindMethod(With(capability), Api("expired: [late]")).Diagnostics, IsOf(capability));

    [Fact]
    public void An_API_can_have_operations_that_no_method_offers() => Assert.Empty(Gateway.BindApi(Api("paid: [captured]")).Diagnostics);

    [Fact]
    public void What_a_method_inherits_is_reported_once()
    {
        var api = SpecParser.Parse(Gateway.ApiFile, Api("paid: [captured]"));
        var overlay = SpecParser.Parse("mine.apm.yaml", "extends: gateway/1/wallet\ncapabilities: [sale, refund]\n");

        Assert.Empty(SpecBinder.BindMethod(overlay, SpecParser.Parse(Gateway.MethodFile, Gateway.Method), api, []).Diagnostics);
    }

    [Fact]
    public void A_method_of_an_unknown_API_has_no_other_mistake() =>
        Assert.DoesNotContain(Gateway.BindMethod(With("refund"), null).Diagnostics, IsOf("refund"));

    [Theory]
    [InlineData("{}")]
    [InlineData("{ paid: [], refunded: [] }")]
    public void An_API_has_a_status(string statuses) => Gateway.ExpectInApi(
        SpecDescriptors.MissingKey,
        Gateway.Api.Edited(Statuses, Places(statuses)).Edited(", while: [captured]", ""),
        "'statuses' is empty");

    private static string Places(string statuses) => $"[|{statuses}|]";

    private static string With(string capability) => Gateway.Method.Edited("[sale, refund]", $"[{capability}]");

    private static string Api(string statuses) => Gateway.Api
        .Edited(Statuses, $"{{ {statuses} }}")
        .Edited(
            Refund,
            "refund: { post: refund, status: 202 }\n  cancel: { post: cancel, status: 202 }\n  confirm: { post: nod, status: 202 }\n"
                + "  settle: { post: take, status: 202 }\n  partial-settle: { post: part, status: 202 }\n  partial-refund: { post: some, status: 202 }");

    private static Predicate<SpecDiagnostic> IsOf(string capability) =>
        diagnostic => diagnostic.Message.Contains($"'{capability}' leads", StringComparison.Ordinal);
}
