namespace Apm.Specs.Tests;

public class ApiModelTests
{
    [Fact]
    public void An_empty_api_still_gives_a_client_what_it_stands_on()
    {
        var model = Gateway.BindApi("api: gateway/1\n").Model!;

        Assert.NotEmpty(model.Hosts);
        Assert.NotNull(model.Operation("pay"));
        Assert.NotNull(model.Operation("query"));
    }

    [Fact]
    public void A_type_is_found_by_its_id()
    {
        var model = Gateway.BindApi(Gateway.Api.Edited("request:\n", "types:\n  address: { city: { type: string } }\nrequest:\n")).Model!;

        Assert.NotNull(model.Type("address")!.Member("city"));
        Assert.Null(model.Type("city"));
        Assert.Null(model.Type(null));
    }

    [Fact]
    public void Authentication_by_header_and_decimal_money_are_read()
    {
        var model = Gateway.BindApi(Gateway.Api
            .Edited("authentication: basic", "authentication: { header: X-Key }\nidempotency-header: Idempotency-Key")
            .Edited("notation: minor-units", "notation: decimal-string, currency-case: lower")).Model!;

        Assert.Equal(new AuthenticationModel(AuthenticationScheme.HeaderKey, "X-Key"), model.Authentication);
        Assert.Equal("Idempotency-Key", model.IdempotencyHeader);
        Assert.Equal((MoneyNotation.DecimalString, CurrencyCase.Lower), (model.Money.Notation, model.Money.CurrencyCase));
    }

    [Theory]
    [InlineData("post")]
    [InlineData("put")]
    [InlineData("patch")]
    [InlineData("delete")]
    public void An_operation_has_the_HTTP_method_of_its_key(string verb)
    {
        var model = Gateway.BindApi(Gateway.Api.Edited("post: refund", verb + ": refund")).Model!;

        Assert.Equal(verb.ToUpperInvariant(), model.Operation("refund")!.Verb);
        Assert.Equal("GET", model.Operation("query")!.Verb);
    }

    [Fact]
    public void Without_the_name_of_a_links_URL_a_link_still_has_a_URL() =>
        Assert.Equal("href", Gateway.BindApi(Gateway.Api.Edited(", href: href", "")).Model!.Response.Href);
}
