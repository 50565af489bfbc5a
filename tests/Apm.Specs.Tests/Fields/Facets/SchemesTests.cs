namespace Apm.Specs.Tests;

public class SchemesTests
{
    [Theory]
    [InlineData("any", "my-shop", true)]
    [InlineData("any", "https", true)]
    [InlineData("any", "javascript", false)]
    [InlineData("[https, my-shop]", "my-shop", true)]
    [InlineData("[https, my-shop]", "http", false)]
    public void A_field_states_its_schemes(string schemes, string scheme, bool isAllowed)
    {
        var bound = Gateway.BindMethod(Gateway.WithField($"order.page: {{ type: url, schemes: {schemes} }}"));

        Assert.DoesNotContain(bound.Diagnostics, diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
        Assert.Equal(isAllowed, bound.Model!.Request.Member("order")!.Member("page")!.Schemes!.Allows(scheme));
    }

    [Theory]
    [InlineData("{ schemes: any }", "any", null)]
    [InlineData("{ schemes: [https] }", "[https, my-shop]", null)]
    [InlineData("{ schemes: [|any|] }", "[https, my-shop]", "the API does not allow every scheme")]
    [InlineData("{ schemes: [|[https, other]|] }", "[https, my-shop]", "the API does not allow the scheme other")]
    [InlineData("{ schemes: [|[my-shop]|] }", null, "the API does not allow the scheme my-shop")]
    [InlineData("{ schemes: [https] }", null, null)]
    public void A_method_allows_no_scheme_that_the_API_does_not_allow(string field, string? api, string? message)
    {
        var page = "  order.page: { type: url" + (api is null ? " }\n" : $", schemes: {api} }}\n");
        var gateway = Gateway.Api.Edited("  order.kind:", page + "  order.kind:");
        var text = Gateway.WithField("order.page: " + field);
        if (message is null)
        {
            Assert.DoesNotContain(Gateway.BindMethod(text, gateway).Diagnostics, diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
        }
        else
        {
            Expect.At(SpecDescriptors.Widens, text, markedText => Gateway.BindMethod(markedText, gateway).Diagnostics, message);
        }
    }
}
