namespace Apm.Specs.Tests;

/// <summary>A full and a partial operation with the same request.</summary>
public class IndistinctOperationTests
{
    private const string Refund = "refund: { post: refund, status: 202, while: [captured] }";
    private const string Sum = "body: { sum: { type: money, required: true } }";

    [Theory]
    [InlineData("refund", "post: /x/{id}, status: 202", "post: /x/{id}, status: 201, while: [captured]")]
    [InlineData("settle", "put: take, status: 202", "put: take, status: 202")]
    [InlineData("refund", "post: give, status: 202, " + Sum, "post: give, status: 202, " + Sum)]
    [InlineData(
        "refund",
        "post: give, status: 202, body: { sum: { type: money }, why: { type: string } }",
        "post: give, status: 202, body: { why: { type: string, length: 1..9 }, sum: { type: money } }")]
    public void The_partial_operation_is_reported(string id, string whole, string part)
    {
        var api = Gateway.Api.Edited(Refund, $"{id}: {{ {Quoted(whole)} }}\n  [|partial-{id}|]: {{ {Quoted(part)} }}");
        Gateway.ExpectInApi(SpecDescriptors.SameRequest, api, $"'partial-{id}' and '{id}' send the same request");
    }

    [Theory]
    [InlineData("post: give, status: 202", "put: give, status: 202")]
    [InlineData("post: give, status: 202", "post: some, status: 202")]
    [InlineData("post: give, status: 202", "post: give, status: 202, " + Sum)]
    [InlineData("post: give, status: 202, body: { sum: { type: money } }", "post: give, status: 202, " + Sum)]
    [InlineData("post: give, status: 202, body: { kind: { const: all } }", "post: give, status: 202, body: { kind: { const: part } }")]
    public void Other_requests_can_be_told_apart(string whole, string part) =>
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited(Refund, $"refund: {{ {Quoted(whole)} }}\n  partial-refund: {{ {Quoted(part)} }}")).Diagnostics);

    [Fact]
    public void A_method_can_make_them_the_same()
    {
        var api = Gateway.Api.Edited(Refund, $"refund: {{ post: give, status: 202 }}\n  partial-refund: {{ post: give, status: 202, {Sum} }}");
        var method = Gateway.Method.Edited("[sale, refund]", "[sale, refund, partial-refund]");

        Expect.At(
            SpecDescriptors.SameRequest,
            method + $"operations: {{ [|refund|]: {{ {Sum} }} }}\n",
            text => Gateway.BindMethod(text, api).Diagnostics,
            "send the same request");
        Assert.Empty(Gateway.BindMethod(method, api).Diagnostics);
    }

    [Fact]
    public void It_is_a_warning() => Assert.Equal(SpecSeverity.Warning, SpecDescriptors.SameRequest.Severity);

    private static string Quoted(string facts) => facts.Replace("/x/{id}", "'/x/{id}'", StringComparison.Ordinal);
}
