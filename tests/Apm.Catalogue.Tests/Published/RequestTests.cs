using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Testing;

namespace Apm.Catalogue.Tests.Published;

/// <summary>The requests that the gateway publishes, and those of them that break its own rules.</summary>
public class RequestTests
{
    [Fact]
    public void A_request_is_read_valid_and_written_as_it_was() =>
        PublishedBodies.Each(body => body.IsRequest && Refused(body) is null, body => AssertRight(body.Generated(), body.Json));

    [Fact]
    public void A_request_that_breaks_a_published_rule_is_refused_where_it_does() =>
        PublishedBodies.Each(
            body => body.IsRequest && Refused(body) is not null,
            body => Assert.Contains(Refused(body)!.Path, RefusedAt(body.Generated(), body.Json)));

    [Fact]
    public void With_the_corrected_value_it_is_valid() =>
        PublishedBodies.Each(body => Refused(body)?.Corrected is not null, body => AssertRight(body.Generated(), Refused(body)!.Correct(body.Json)));

    [Fact]
    public void Every_request_of_the_list_is_published() =>
        PublishedBodies.Each(
            _ => true,
            _ => Assert.Empty(RefusedRequest.All.Select(refused => refused.Name).Except(PublishedBodies.All.Select(body => body.Name))));

    [Fact]
    public void The_body_of_an_operation_is_read_valid_and_written_as_it_was() =>
        PublishedBodies.Each(body => body.IsOperation, body => Assert.All(Candidates(body), candidate => AssertBody(body.Json, candidate)));

    /// <summary>The operations that the body may be of, at both integrations of Klarna: it fits full operations and partial ones.</summary>
    private static IEnumerable<(string Method, string Operation)> Candidates(PublishedBody body)
    {
        string[] methods = body.Json.ContainsKey("reasonCode") ? ["pix"] : ["klarna", "klarna_network"];
        string[] operations = body.Name.Contains("settle", StringComparison.OrdinalIgnoreCase) ? ["settle", "partial-settle"] : ["refund", "partial-refund"];
        return methods.SelectMany(method => operations.Select(operation => (method, operation)));
    }

    private static void AssertBody(JsonObject json, (string Method, string Operation) candidate)
    {
        var method = GeneratedTypes.Of("worldpay/2024-07-01/" + candidate.Method);
        var payment = method.ReadPayment("""{ "paymentId": "1", "lastEvent": "settled" }""");
        var read = method.Read(json, method.Body(candidate.Operation)!);

        // The gateway pays its examples in a currency that no method of theirs takes.
        Assert.All(method.Validate(read, payment)!.Violations, violation => Assert.Equal(ViolationRule.Currency, violation.Rule));
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(method.Write(read))));
    }

    private static RefusedRequest? Refused(PublishedBody body) => RefusedRequest.All.FirstOrDefault(refused => refused.Name == body.Name);

    private static void AssertRight(GeneratedMethod method, JsonObject json)
    {
        var request = method.Read(json);
        Assert.Empty(request.Validate().Violations);
        Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(method.Write(request))));
    }

    private static IEnumerable<string?> RefusedAt(GeneratedMethod method, JsonObject json)
    {
        try
        {
            return method.Read(json).Validate().Violations.Select(violation => violation.Path);
        }
        catch (JsonException refused)
        {
            return [refused.Path];
        }
    }
}
