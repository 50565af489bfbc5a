using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Sandbox;
using Apm.Specs;
using Apm.Testing;

namespace Apm.Catalogue.Tests;

/// <summary>What a shop sends with each method is read, valid, and written as it was.</summary>
public class ExampleTests
{
    public static TheoryData<string> Ids => ShippedMethods.Ids;

    [Fact]
    public void Every_shipped_method_is_generated_here_and_has_examples()
    {
        var shipped = Ids.Select(id => id.Data).Order().ToList();
        string[] invented = ["quay", "depot"];

        Assert.Equal(shipped, GeneratedTypes.Specs.Where(spec => !invented.Contains(spec.Split('/')[0])).Order());
        Assert.Equal(shipped.Select(Examples.FileOf).Order(), Examples.Files.Order());
    }

    [Fact]
    public void Nothing_in_a_shipped_spec_is_to_be_mended() =>
        Assert.DoesNotContain(new Gateway().Diagnostics, diagnostic => diagnostic.Rule.Severity is SpecSeverity.Error or SpecSeverity.Warning);

    [Theory]
    [MemberData(nameof(Ids))]
    public void There_is_one_for_each_operation(string spec)
    {
        var method = ShippedMethods.Method(spec);

        Assert.Equal(method.Operations.Select(operation => operation.Id).Append("pay").Order(), Examples.Of(spec).Select(member => member.Key).Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_request_is_read_valid_and_written_as_it_was(string spec)
    {
        var (method, json) = (GeneratedTypes.Of(spec), Examples.Pay(spec));

        var request = method.Read(json);

        Assert.Empty(request.Validate().Violations);
        AssertSame(json, InCall(request, json));
        Assert.Empty(new RequestInterpreter(ShippedMethods.Api(ShippedMethods.Method(spec))).Check(ShippedMethods.Method(spec), Element(json)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_body_of_an_operation_is_read_valid_and_written_as_it_was(string spec)
    {
        var (method, model) = (GeneratedTypes.Of(spec), ShippedMethods.Method(spec));
        var payment = method.PaymentWith("1", new RecordedNames());
        foreach (var (operation, json) in Examples.Of(spec).Where(member => member.Key != "pay" && member.Value is not null))
        {
            var body = method.Read(json!, method.Body(operation)!);

            Assert.Empty(method.Validate(body, payment)!.Violations);
            AssertSame(json!, InCall(body, json!));
            Assert.Empty(new RequestInterpreter(ShippedMethods.Api(model)).Check(model.Operation(operation)!, Element(json!)));
        }
    }

    // Values of the call, such as the money of the payment, are those of the example.
    private static string InCall(object body, JsonNode example) =>
        RecordedNames.Fill(GeneratedMethod.Placeholders(body), example.ToJsonString(), _ => true);

    private static JsonElement Element(JsonNode json) => JsonDocument.Parse(json.ToJsonString()).RootElement;

    private static void AssertSame(JsonNode expected, string written) =>
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(written)), $"Expected {expected.ToJsonString()}, written was {written}");
}
