namespace Apm.Specs.Tests;

/// <summary>The headers of a request come from three keys of an API file.</summary>
public class RequestHeaderTests
{
    [Theory]
    [InlineData("authentication: { header: X-Key }\nheaders: { [|x-key|]: shop }", "'x-key' is already a header of 'authentication'")]
    [InlineData("authentication: { header: X-Key }\nidempotency-header: [|X-KEY|]", "of 'authentication'")]
    [InlineData("authentication: basic\nheaders: { Request-Id: a }\nidempotency-header: [|request-id|]", "of 'headers'")]
    [InlineData("authentication: basic\nheaders: { Version: a, [|VERSION|]: b }", "of 'headers'")]
    [InlineData("authentication: basic\nheaders: { [|Authorization|]: shop }", "of 'authentication'")]
    [InlineData("authentication: bearer\nidempotency-header: [|authorization|]", "of 'authentication'")]
    public void None_stands_twice(string headers, string words)
    {
        var found = Gateway.ExpectInApi(SpecDescriptors.DeclaredTwice, Gateway.Api.Edited("authentication: basic", headers), words);

        Assert.NotNull(found.Related);
    }

    [Theory]
    [InlineData("headers: { [|Content-Type|]: text/json }")]
    [InlineData("headers: { [|content-length|]: 1 }")]
    [InlineData("headers: { [|Allow|]: GET }")]
    [InlineData("headers: { [|Connection|]: close }")]
    [InlineData("headers: { [|Date|]: today }")]
    [InlineData("headers: { [|Expires|]: never }")]
    [InlineData("headers: { [|Keep-Alive|]: timeout=5 }")]
    [InlineData("headers: { [|Last-Modified|]: today }")]
    [InlineData("headers: { [|Trailer|]: Date }")]
    [InlineData("headers: { [|Upgrade|]: h2c }")]
    [InlineData("headers: { [|Host|]: example.com }")]
    [InlineData("headers: { [|Expect|]: 100-continue }")]
    [InlineData("headers: { [|TE|]: trailers }")]
    [InlineData("headers: { [|proxy-authorization|]: abc }")]
    [InlineData("headers: { [|Accept-Encoding|]: gzip }")]
    [InlineData("idempotency-header: [|Transfer-Encoding|]")]
    public void None_is_what_HTTP_sets_itself(string header) =>
        Gateway.ExpectInApi(
            SpecDescriptors.NotApplicable,
            Gateway.Api.Edited("authentication: basic", "authentication: basic\n" + header),
            "is set by the HTTP client",
            "remove it");

    [Fact]
    public void A_key_may_stand_in_the_header_that_other_schemes_use() =>
        Assert.Empty(
            Gateway
                .BindApi(
                    Gateway.Api.Edited(
                        "authentication: basic",
                        "authentication: { header: Authorization }\nheaders: { Version: a }\nidempotency-header: Request-Id"))
                .Diagnostics);
}
