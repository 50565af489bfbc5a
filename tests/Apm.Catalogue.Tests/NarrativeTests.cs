using System.Text.Json;
using System.Text.Json.Nodes;
using Apm.Catalogue.Tests.V2023;
using Apm.Sandbox;

namespace Apm.Catalogue.Tests;

/// <summary>The text on the customer's statement: version 2023-06-01 replaces other characters, version 2024-07-01 refuses them.</summary>
public class NarrativeTests
{
    private const string Text = "O'Brien's Shop";

    [Theory]
    [InlineData("worldpay/2023-06-01/alipay_hk", true)]
    [InlineData("worldpay/2023-06-01/alipay", true)]
    [InlineData("worldpay/2024-07-01/alipay_hk", false)]
    public void Validator_and_sandbox_do_what_the_gateway_does(string spec, bool isAccepted)
    {
        var method = ShippedMethods.Method(spec);
        var request = ExampleRequest.For(ShippedMethods.Api(method), method);
        request["instruction"]!["narrative"] = new JsonObject { ["line1"] = Text };
        using var sent = JsonDocument.Parse(request.ToJsonString());

        var violations = GeneratedMethod.Of(spec).Read(request).Validate().Violations.Select(violation => violation.Path);
        var refused = new RequestInterpreter(ShippedMethods.Api(method)).Check(method.Request, sent.RootElement).Select(violation => violation.Path);

        Assert.Equal(isAccepted ? [] : ["$.instruction.narrative.line1"], violations);
        Assert.Equal(isAccepted ? [] : ["$.instruction.narrative.line1"], refused);
    }

    [Fact]
    public void Both_versions_have_a_method_that_gives_the_text_as_the_customer_reads_it()
    {
        Assert.Equal("O Brien s Shop", WorldpayNarrative.ToLine1(Text));
        Assert.Equal("O Brien s Shop", V2024.WorldpayNarrative.ToLine1(Text));
    }
}
