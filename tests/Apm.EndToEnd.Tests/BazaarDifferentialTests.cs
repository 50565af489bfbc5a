using System.Text.Json;
using Apm.Sandbox;
using Apm.Specs;
using CsCheck;

namespace Apm.EndToEnd.Tests;

/// <summary>Validator and interpreter agree on everything that the language can say of fields and rules.</summary>
public class BazaarDifferentialTests
{
    private static readonly Gateway s_gateway = new(new SandboxOptions { Specs = [Text("bazaar.api.yaml"), Text("stall.apm.yaml")] });
    private static readonly MethodModel s_method = s_gateway.Methods.Single(method => method.Id == "stall");
    private static readonly RequestInterpreter s_interpreter = new(s_gateway.Apis.Single(api => api.Id == s_method.Api));

    [Fact]
    public void Validator_and_interpreter_agree() => BazaarRequests.All.Sample(
        request =>
        {
            using var json = JsonDocument.Parse(JsonSerializer.Serialize(request, BazaarJson.StallPaymentRequest));
            var validator = request.Validate().Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order();
            var interpreter = s_interpreter.Check(s_method, json.RootElement).Select(violation => $"{violation.Path} {violation.Rule}").Order();
            Assert.Equal(interpreter, validator);
        },
        iter: 20_000);

    [Fact]
    public void Validator_and_interpreter_agree_on_a_body_that_methods_share() => BazaarBodies.Refunds.Sample(
        refund => Agree(refund, BazaarJson.BazaarRefundRequest, BazaarBodies.Payment.Validate(refund), "refund"),
        iter: 20_000);

    [Fact]
    public void Validator_and_interpreter_agree_on_a_body_of_the_methods_own() => BazaarBodies.PartialRefunds.Sample(
        refund => Agree(refund, BazaarJson.StallPartialRefundRequest, refund.Validate(), "partial-refund"),
        iter: 20_000);

    [Fact]
    public void Every_rule_is_broken_by_some_request_and_none_by_others()
    {
        var broken = new HashSet<ViolationRule?>();
        BazaarRequests.All.Sample(
            request =>
            {
                var result = request.Validate();
                lock (broken)
                {
                    broken.UnionWith(result.IsValid ? [null] : result.Violations.Select(violation => (ViolationRule?)violation.Rule));
                }
            },
            iter: 20_000);

        // Other invented gateways have dates that are counted from today.
        ViolationRule[] expected = [.. Enum.GetValues<ViolationRule>().Except([ViolationRule.Url, ViolationRule.Date])];
        Assert.Equal(expected.Select(rule => (ViolationRule?)rule).Prepend(null), broken.Order());
    }

    [Fact]
    public void Bodies_without_a_mistake_come_up_and_those_that_do_not_add_up()
    {
        var rules = new HashSet<ViolationRule?>();
        Gen.Select(BazaarBodies.Refunds, BazaarBodies.PartialRefunds).Sample(
            (refund, partial) =>
            {
                lock (rules)
                {
                    foreach (var result in new[] { BazaarBodies.Payment.Validate(refund), partial.Validate() })
                    {
                        rules.UnionWith(result.IsValid ? [null] : result.Violations.Select(violation => (ViolationRule?)violation.Rule));
                    }
                }
            },
            iter: 5_000);

        Assert.Superset(
            new HashSet<ViolationRule?>
            {
                null,
                ViolationRule.Sum,
                ViolationRule.Missing,
                ViolationRule.Forbidden,
                ViolationRule.Currency,
                ViolationRule.Maximum,
            },
            rules);
    }

    [Fact]
    public void Requests_that_are_read_back_equal_those_that_were_written() => BazaarRequests.All.Sample(
        request =>
        {
            if (!request.Validate().IsValid)
            {
                return;
            }

            var back = JsonSerializer.Deserialize(JsonSerializer.Serialize(request, BazaarJson.StallPaymentRequest), BazaarJson.StallPaymentRequest);
            Assert.Equal(request, back);
            Assert.Equal(request.GetHashCode(), back!.GetHashCode());
        },
        iter: 5_000);

    [Fact]
    public void A_valid_request_allocates_nothing()
    {
        var request = BazaarRequests.Whole;
        Assert.True(request.Validate().IsValid);

        Assert.Equal(0, Allocations.Of(() => request.Validate()));
    }

    private static void Agree<T>(T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> info, ApmValidationResult result, string operation)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(body, info));
        Assert.Equal(
            s_interpreter.Check(s_method.Operation(operation)!, json.RootElement).Select(violation => $"{violation.Path} {violation.Rule}").Order(),
            result.Violations.Select(violation => $"{violation.Path} {violation.Rule}").Order());
    }

    private static (string File, string Text) Text(string file) => (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "Bazaar", file)));
}
