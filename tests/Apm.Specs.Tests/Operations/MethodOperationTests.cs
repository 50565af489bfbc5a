namespace Apm.Specs.Tests;

public class MethodOperationTests
{
    private static readonly string s_api = Gateway.Api.Edited(
        "refund: { post: refund, status: 202, while: [captured] }",
        """
        refund: { post: refund, status: 202 }
          partial-refund: { post: part, status: 202, body: { sum: { type: money, required: true }, note: { type: string, length: 1..9 } } }
        """);

    [Fact]
    public void A_method_adds_to_the_body_of_an_operation_and_narrows_it()
    {
        var method = Bind(
            """
            refund: { body: { why: { type: enum, required: true, values: [A, B] } } }
              partial-refund: { within-days: 180, body: { note: { length: 1..5 }, why: { type: string } } }
            """);

        Assert.Empty(method.Diagnostics);
        Assert.Equal(["why"], Members(method, "refund"));
        Assert.Equal(["sum", "note", "why"], Members(method, "partial-refund"));
        var partial = method.Model!.Operation("partial-refund")!;
        Assert.Equal((true, 180, 5), (partial.HasOwnBody, partial.WithinDays, partial.Body!.Member("note")!.Length!.Max));
        Assert.Equal("gateway/1/wallet", partial.Body.Member("why")!.DeclaredBy);
        Assert.Equal("gateway/1", partial.Body.Member("sum")!.DeclaredBy);
    }

    [Fact]
    public void An_operation_without_anything_of_its_own_is_offered_as_the_API_has_it()
    {
        var method = Bind("refund: { within-days: 30 }").Model!;

        Assert.Equal([("refund", false, false, 30), ("partial-refund", false, true, null)],
            method.Operations.Select(operation => (operation.Id, operation.HasOwnBody, operation.Body is not null, operation.WithinDays)));
        Assert.Null(method.Operation("query"));
    }

    [Fact]
    public void Rules_of_a_body_are_those_of_the_API_that_the_method_can_break_and_its_own()
    {
        var api = s_api.Edited(
            "note: { type: string, length: 1..9 } } }",
            "note: { type: string, length: 1..9 }, kind: { type: enum, values: [A, B] } }, "
                + "rules: [{ require: note, when: { kind: A } }, { forbid: note, when: { kind: B } }] }");
        var text =
            Gateway.Method.Edited("[sale, refund]", "[sale, refund, partial-refund]")
            + "operations:\n  partial-refund: { body: { kind: { values: [A] } }, rules: [{ all-or-none: [note, kind] }] }\n";

        var method = Gateway.BindMethod(text, api);

        Assert.Empty(method.Diagnostics);
        Assert.Equal(
            [("Require", "gateway/1"), ("AllOrNone", "gateway/1/wallet")],
            method.Model!.Operation("partial-refund")!.Rules.Select(rule => (rule.Kind.ToString(), rule.DeclaredBy)));
        Assert.Empty(method.Model.Rules);
    }

    [Fact]
    public void A_body_is_of_the_APIs_type_whatever_currencies_the_method_accepts()
    {
        var api = s_api
            .Edited("request:\n", "types:\n  fee: { sum: { type: money, required: true } }\nrequest:\n")
            .Edited("note: { type: string, length: 1..9 }", "fee: { type: fee }");
        var body = Gateway.BindMethod(Gateway.Method.Edited("[sale, refund]", "[sale, refund, partial-refund]"), api).Model!.Operation("partial-refund")!.Body!;

        Assert.Equal("fee", body.Member("fee")!.SharedType);
        Assert.Equal(["EUR"], body.Member("fee")!.Member("sum")!.Money!.Currencies);
    }

    [Theory]
    [InlineData("APM0007", "[|refnd|]: {}", "did you mean 'refund'?")]
    [InlineData("APM0007", "[|query|]: {}", "what a payment needs under 'fields'")]
    [InlineData("APM0007", "[|partial-refund|]: {}", "list it under 'capabilities'")]
    [InlineData("APM0002", "refund: { [|within|]: 3 }", "")]
    [InlineData("APM0004", "refund: [|180|]", "what the method adds to the operation, such as { within-days: 180 }")]
    [InlineData("APM0004", "refund: { body: { a: { type: [|txt|] } } }", "")]
    public void What_fits_no_operation_is_reported(string rule, string operation, string word) =>
        Expect.At(Expect.Rule(rule), Gateway.Method + "operations:\n  " + operation + "\n", text => Gateway.BindMethod(text, s_api).Diagnostics, word);

    private static BoundMethod Bind(string operations) =>
        Gateway.BindMethod(Gateway.Method.Edited("[sale, refund]", "[sale, refund, partial-refund]") + "operations:\n  " + operations + "\n", s_api);

    private static IEnumerable<string> Members(BoundMethod method, string operation) =>
        method.Model!.Operation(operation)!.Body!.Members.Select(member => member.Name);
}
