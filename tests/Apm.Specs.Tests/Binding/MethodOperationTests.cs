namespace Apm.Specs.Tests.Binding;

public class MethodOperationTests
{
    private static readonly string Api = Gateway.Api.Edited(
        "refund: { post: refund, status: 202, while: [captured] }",
        "refund: { post: refund, status: 202 }\n  partial-refund: { post: part, status: 202, body: { sum: { type: money, required: true }, note: { type: string, length: 1..9 } } }");

    [Fact]
    public void A_method_adds_to_the_body_of_an_operation_and_narrows_it()
    {
        var method = Bind("refund: { body: { why: { type: enum, required: true, values: [A, B] } } }\n  partial-refund: { within-days: 180, body: { note: { length: 1..5 }, why: { type: string } } }");

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

    [Theory]
    [InlineData("APM0007", "[|refnd|]: {}", "did you mean 'refund'?")]
    [InlineData("APM0007", "[|query|]: {}", "stands under 'fields'")]
    [InlineData("APM0007", "[|partial-refund|]: {}", "list it under 'capabilities'")]
    [InlineData("APM0002", "refund: { [|within|]: 3 }", "")]
    [InlineData("APM0004", "refund: { body: { a: { type: [|txt|] } } }", "")]
    public void What_fits_no_operation_is_reported(string rule, string operation, string word) =>
        Expect.At(Expect.Rule(rule), Gateway.Method + "operations:\n  " + operation + "\n", text => Gateway.BindMethod(text, Api).Diagnostics, word);

    private static BoundMethod Bind(string operations) =>
        Gateway.BindMethod(Gateway.Method.Edited("[sale, refund]", "[sale, refund, partial-refund]") + "operations:\n  " + operations + "\n", Api);

    private static IEnumerable<string> Members(BoundMethod method, string operation) => method.Model!.Operation(operation)!.Body!.Members.Select(member => member.Name);
}
