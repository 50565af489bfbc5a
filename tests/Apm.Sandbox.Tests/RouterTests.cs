using Apm.Specs;

namespace Apm.Sandbox.Tests;

public class RouterTests
{
    private static readonly ApiModel s_api = new Gateway(new() { Specs = ForeignSpec.Texts }).Apis[0];

    [Fact]
    public void Path_templates_stand_beside_links()
    {
        var api = s_api with
        {
            Operations = s_api.Operations
                .Select(operation => operation.Id switch
                {
                    "query" => operation with { Target = "/v3/status/{id}" },
                    "settle" => operation with { Target = "/v3/orders/{id}/captures" },
                    _ => operation,
                })
                .ToEquatableArray(),
        };
        var router = new Router(api);

        Assert.Equal("https://x/v3/status/abc", router.SelfHref("https://x", "abc"));
        Assert.Equal("https://x/v3/orders/abc/captures", router.Href(api.Operation("settle")!, "https://x", "abc"));
        Assert.Equal("https://x/v3/orders/abc/give-back", router.Href(api.Operation("refund")!, "https://x", "abc"));
        Assert.Equal(("settle", "abc"), Found(router, "/v3/orders/abc/captures"));
        Assert.Equal(("query", "abc"), Found(router, "/v3/status/abc"));
        Assert.Equal(("refund,partial-refund", "abc"), Found(router, "/v3/orders/abc/give-back"));
        Assert.Equal(("pay", null), Found(router, "/v3/orders"));
        Assert.Null(router.Match("/v3/orders/abc"));
        Assert.Null(router.Match("/v3/status/"));
        Assert.Null(router.Match("/v3/orders/"));
    }

    [Fact]
    public void Each_authentication_has_its_header()
    {
        var credentials = new SandboxCredentials { UserName = "shop", Password = "p:w", Key = "k3y" };

        Assert.Equal(("Authorization", "Basic c2hvcDpwOnc="), Authentication.Header(new(AuthenticationScheme.Basic, null), credentials));
        Assert.Equal(("Authorization", "Bearer k3y"), Authentication.Header(new(AuthenticationScheme.Bearer, null), credentials));
        Assert.Equal(("X-Key", "k3y"), Authentication.Header(new(AuthenticationScheme.HeaderKey, "X-Key"), credentials));
    }

    [Theory]
    [InlineData("Bearer k3y", true)]
    [InlineData("bearer k3y", true)]
    [InlineData("Bearer K3Y", false)]
    [InlineData("Bearer k3y ", false)]
    [InlineData("Bearer", false)]
    [InlineData("Basic k3y", false)]
    [InlineData("", false)]
    public void Only_the_right_key_is_let_in(string header, bool right)
    {
        var request = new GatewayRequest
        {
            Method = "GET",
            Origin = "http://x",
            Path = "/",
            Headers = new Dictionary<string, string> { ["authorization"] = header },
        };

        Assert.Equal(right, IsRight(request));

        static bool IsRight(GatewayRequest request)
        {
            var options = new SandboxOptions { Credentials = new() { Key = "k3y" } };
            return Authentication.IsRight(new(AuthenticationScheme.Bearer, null), options, new(s_api, options), request);
        }
    }

    private static (string, string?) Found(Router router, string path)
    {
        var match = router.Match(path)!;
        return (string.Join(',', match.Operations.Select(operation => operation.Id)), match.Payment);
    }
}
