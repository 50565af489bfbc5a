using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Catalogue.Tests.V2023;
using Apm.Sandbox;
using Apm.Specs;

namespace Apm.Catalogue.Tests;

/// <summary>At Worldpay: the text on the customer's statement, with characters that the gateway replaces or refuses.</summary>
public class NarrativeTests
{
    private const string Text = "O'Brien's Shop";

    [Theory]
    [InlineData("worldpay/2023-06-01/alipay_hk")]
    [InlineData("worldpay/2024-07-01/alipay_hk")]
    public void Validator_and_sandbox_do_what_the_spec_states(string spec)
    {
        var method = ShippedMethods.Method(spec);
        var isAccepted = method.Request.Member("instruction")!.Member("narrative")!.Member("line1")!.ReplacesCharacters;
        var request = ExampleRequest.For(ShippedMethods.Api(method), method);
        request["instruction"]!["narrative"] = new JsonObject { ["line1"] = Text };
        using var sent = JsonDocument.Parse(request.ToJsonString());

        var violations = GeneratedTypes.Of(spec).Read(request).Validate().Violations.Select(violation => violation.Path);
        var refused = new RequestInterpreter(ShippedMethods.Api(method)).Check(method.Request, sent.RootElement).Select(violation => violation.Path);

        Assert.Equal(isAccepted ? [] : ["$.instruction.narrative.line1"], violations);
        Assert.Equal(isAccepted ? [] : ["$.instruction.narrative.line1"], refused);
    }

    [Fact]
    public async Task The_page_for_the_customer_shows_the_text_as_the_gateway_replaces_it()
    {
        var gateway = new Gateway();
        var method = gateway.Methods.First(known => known.Request.Member("instruction")?.Member("narrative")!.Member("line1")!.ReplacesCharacters == true);
        var api = gateway.Apis.Single(known => known.Id == method.Api);
        var request = ExampleRequest.For(api, method);
        request["instruction"]!["narrative"] = new JsonObject { ["line1"] = Text };
        using var http = new HttpClient(gateway.CreateHandler()) { BaseAddress = new("https://gateway.example") };
        using var sent = new HttpRequestMessage(HttpMethod.Post, api.Operation(OperationId.Pay)!.Target)
        {
            Content = new StringContent(request.ToJsonString(), System.Text.Encoding.UTF8, "application/json"),
        };
        sent.Headers.Authorization = new(
            "Basic",
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{gateway.Credentials.UserName}:{gateway.Credentials.Password}")));
        foreach (var header in api.Headers)
        {
            sent.Headers.TryAddWithoutValidation(header.Name, header.Value);
        }

        using var answer = await http.SendAsync(sent, TestContext.Current.CancellationToken);
        var payment = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var page = await gateway.Customer.OpenAsync(payment[api.Response.Redirects[0]]!.GetValue<string>());

        Assert.Contains(ApmChecks.ReplaceOtherCharacters(Text, "BOShbeinorps "), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Text)]
    [InlineData("Tea 🍵 & Co")]
    [InlineData("")]
    public void Validator_and_sandbox_replace_alike(string text) =>
        Assert.Equal(OtherCharacters.Replace(text, "abcTeBO "), ApmChecks.ReplaceOtherCharacters(text, "abcTeBO "));

    [Fact]
    public void Both_versions_have_a_method_that_gives_the_text_as_the_customer_reads_it()
    {
        Assert.Equal("O Brien s Shop", WorldpayNarrative.ToLine1(Text));
        Assert.Equal("O Brien s Shop", V2024.WorldpayNarrative.ToLine1(Text));
    }
}
