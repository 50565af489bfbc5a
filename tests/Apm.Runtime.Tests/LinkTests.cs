using Apm.Tests.Acme;
using Apm.Tests.Gateway;

namespace Apm.Tests;

public class LinkTests
{
    [Theory]
    [InlineData("/events/eyJrIjoiazNhYjYzMiJ9=.:+/~%7E%2F%2e%41")]
    [InlineData("/a/./b/../c//d")]
    [InlineData("/self?id=a%20b&x=%C3%A4+/=:;,@!$'()*[]|{}^`\"<>")]
    [InlineData("/?")]
    [InlineData("/")]
    public async Task A_link_is_sent_exactly_as_the_gateway_gave_it(string target)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(200, LoopbackGateway.Payment("settled")));
        await using var shop = new Shop(gateway.Address);

        await shop.Client.QueryAsync(gateway.Address.GetLeftPart(UriPartial.Authority) + target);
        await shop.Client.QueryAsync(target);

        Assert.Equal([target, target], gateway.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("https://127.0.0.1:{port}/self", "https://127.0.0.1")]
    [InlineData("http://127.0.0.1:1/self", "http://127.0.0.1:1")]
    [InlineData("http://127.0.0.2:{port}/self", "http://127.0.0.2")]
    [InlineData("http://localhost:{port}/self", "http://localhost")]
    [InlineData("https://evil.example/self", "https://evil.example")]
    [InlineData("https://acme.example.evil.example/self", "https://acme.example.evil.example")]
    public async Task A_link_to_another_origin_is_not_followed(string link, string origin)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAsync<ApmActionUnavailableException>(() =>
            shop.Client.QueryAsync(link.Replace("{port}", $"{gateway.Address.Port}", StringComparison.Ordinal)));

        Assert.Contains(origin, error.Message, StringComparison.Ordinal);
        Assert.Contains(gateway.Address.GetLeftPart(UriPartial.Authority), error.Message, StringComparison.Ordinal);
        Assert.False(error.MoneyMayHaveMoved);
        Assert.Empty(gateway.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("self")]
    [InlineData("//127.0.0.1/self")]
    [InlineData("/self\r\nX: y")]
    [InlineData("/self self")]
    [InlineData("/sélf")]
    [InlineData("/self#x")]
    [InlineData("\\\\127.0.0.1\\self")]
    [InlineData("http://127.0.0.1:{port}\\@evil.example/")]
    [InlineData("http://user:secret@127.0.0.1:{port}/self")]
    [InlineData("ftp://127.0.0.1:{port}/self")]
    [InlineData("javascript:alert(1)")]
    public async Task A_link_that_cannot_be_sent_as_it_stands_is_not_followed(string link)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);

        var error = await Assert.ThrowsAsync<ApmActionUnavailableException>(() =>
            shop.Client.QueryAsync(link.Replace("{port}", $"{gateway.Address.Port}", StringComparison.Ordinal)));

        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task An_action_that_the_gateway_does_not_offer_is_not_sent()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);
        var payment = await shop.Client.PayAsync(Shop.Request());

        var error = await Assert.ThrowsAsync<ApmActionUnavailableException>(() => shop.Client.RefundAsync(payment));

        Assert.Equal("refund", error.Operation);
        Assert.Contains("'reverse'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'pending'", error.Message, StringComparison.Ordinal);
        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData("", "/payments")]
    [InlineData("/", "/payments")]
    [InlineData("/sandbox", "/sandbox/payments")]
    [InlineData("/sandbox/", "/sandbox/payments")]
    public async Task Paths_stand_below_the_base_address(string path, string target)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(new Uri(gateway.Address.GetLeftPart(UriPartial.Authority) + path));

        await shop.Client.PayAsync(Shop.Request());

        Assert.Equal(target, Assert.Single(gateway.Requests).Target);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(302, "", "Location: /elsewhere"));
        await using var shop = new Shop(gateway.Address);

        var payment = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => shop.Client.PayAsync(Shop.Request()));
        var query = await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.QueryAsync("/self"));

        Assert.Equal(302, (int)Assert.IsType<ApmGatewayException>(payment.InnerException).StatusCode);
        Assert.Equal(302, (int)query.StatusCode);
        Assert.Equal(["/payments", "/self"], gateway.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task The_request_is_what_the_API_asks_for()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var shop = new Shop(gateway.Address);

        await shop.Client.PayAsync(Shop.Request());

        var request = Assert.Single(gateway.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("Basic bWVyY2hhbnQtNzpwNHNzLXcwcmQtczNjcmV0", request.Headers["Authorization"]);
        Assert.Equal("2026-01-01", request.Headers["Acme-Version"]);
        Assert.Equal("application/json", request.Headers["Content-Type"]);
        Assert.Equal("""{"transactionReference":"order-1","value":{"amount":1234,"currency":"HKD"},"customerName":"Erika Mustermann"}""", request.Body);
    }

    [Fact]
    public async Task The_idempotency_header_carries_the_reference()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        var options = new AcmeClientOptions();
        Shop.Configure(options, gateway.Address);
        using var http = ApmHttpHandler.CreateClient();
        var profile = new ApiProfile { Name = "Acme", IdempotencyHeader = "Idempotency-Key", ReadPayment = AcmeJson.ReadPayment };
        var transport = new ApmTransport(http, options, profile);

        await transport.SendAsync(new ApmCall(new ApmOperation("pay", HttpMethod.Put, "/p", 201)) { Reference = "order-1" });

        Assert.Equal("order-1", Assert.Single(gateway.Requests).Headers["Idempotency-Key"]);
    }
}
