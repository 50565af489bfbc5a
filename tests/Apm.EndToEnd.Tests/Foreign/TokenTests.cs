using System.Net;
using System.Text;
using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>A gateway with tokens of OAuth 2.</summary>
public class TokenTests
{
    private static IReadOnlyList<(string File, string Text)> Specs => [.. new[] { "weir.api.yaml", "coracle.apm.yaml" }.Select(file =>
        (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    [Fact]
    public async Task One_token_serves_several_calls_over_HTTP()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs }, TestContext.Current.CancellationToken);
        await using var services = Services(sandbox.Gateway, sandbox.BaseAddress);
        var client = services.GetRequiredService<IWeirClient>();

        var payments = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.PayAsync(Request())));
        await sandbox.Customer.AuthorizeAsync(payments[0].Redirect!);

        Assert.Equal(PaymentState.Paid, (await client.QueryAsync<CoraclePayment>(payments[0].Self!)).State);
        Assert.Equal(8, sandbox.Gateway.Payments.Count);
        Assert.Equal(1, sandbox.Gateway.Received["token"]);
    }

    [Fact]
    public async Task A_token_is_replaced_shortly_before_its_end()
    {
        var clock = new Clock();
        var gateway = new Gateway(new() { Specs = Specs, TimeProvider = clock, TokensLive = TimeSpan.FromMinutes(10) });
        var client = new WeirClient(ApmHttpHandler.CreateClient(gateway.CreateHandler()), Options(gateway, new("https://weir.example")));

        await client.PayAsync(Request());
        await client.PayAsync(Request());
        Assert.Equal(1, gateway.Received["token"]);
        clock.Now += TimeSpan.FromMinutes(11);

        // The gateway refuses the token that has ended. The client does not send the payment again, and requests a token for the next call.
        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => client.PayAsync(Request()));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        await client.PayAsync(Request());
        Assert.Equal((2, 3), (gateway.Received["token"], gateway.Payments.Count));
    }

    [Theory]
    [InlineData("wrong", null)]
    [InlineData(null, "wrong")]
    public async Task Nothing_is_sent_without_a_token(string? id, string? secret)
    {
        var gateway = new Gateway(new() { Specs = Specs });
        var options = Options(gateway, new("https://weir.example"));
        (options.ClientId, options.ClientSecret) = (id ?? options.ClientId, secret ?? options.ClientSecret);
        var client = new WeirClient(ApmHttpHandler.CreateClient(gateway.CreateHandler()), options);

        var unreachable = await Assert.ThrowsAsync<ApmUnreachableException>(() => client.PayAsync(Request()));

        Assert.False(unreachable.MoneyMayHaveMoved);
        Assert.DoesNotContain(options.ClientSecret, unreachable.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, gateway.Received["pay"]);
        Assert.Empty(gateway.Payments);
    }

    [Fact]
    public async Task A_token_of_the_shop_is_used_as_it_is()
    {
        var gateway = new Gateway(new() { Specs = Specs });
        var options = new WeirClientOptions { BaseAddress = new("https://weir.example"), GetCredentialsAsync = _ => ValueTask.FromResult("mine") };
        var client = new WeirClient(ApmHttpHandler.CreateClient(gateway.CreateHandler()), options);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<ApmGatewayException>(() => client.PayAsync(Request()))).StatusCode);
        Assert.Equal(0, gateway.Received["token"]);
    }

    [Theory]
    [InlineData("grant_type=password&scope=payments", true, 400, "unsupported_grant_type")]
    [InlineData("grant_type=client_credentials&scope=payments", false, 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&scope=all", true, 400, "invalid_scope")]
    [InlineData("grant_type=client_credentials&scope=payments", true, 200, "access_token")]
    public async Task The_sandbox_issues_tokens(string form, bool isClient, int status, string text)
    {
        var gateway = new Gateway(new() { Specs = Specs });
        using var http = new HttpClient(gateway.CreateHandler()) { BaseAddress = new("https://weir.example") };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/oauth2/token")
        {
            Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        if (isClient)
        {
            var credentials = $"{gateway.Credentials.UserName}:{gateway.Credentials.Password}";
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(credentials)));
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"access_token":"a b","token_type":"Bearer"}""")]
    [InlineData(200, """{"access_token":"a","token_type":"mac"}""")]
    [InlineData(200, """{"access_token":7}""")]
    [InlineData(200, """{"access_token":"a","expires_in":"secret-text"}""")]
    [InlineData(200, """{"access_token":"a","expires_in":"NaN"}""")]
    [InlineData(200, """{"access_token":"a","expires_in":["secret-text"]}""")]
    [InlineData(200, "secret-text")]
    [InlineData(500, "secret-text")]
    public async Task A_response_without_a_token_is_not_quoted(int status, string body)
    {
        var requests = 0;
        var handler = new Handler(_ =>
        {
            requests++;
            return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) };
        });
        var client = new WeirClient(ApmHttpHandler.CreateClient(handler), new WeirClientOptions { ClientId = "id", ClientSecret = "secret" });

        var unreachable = await Assert.ThrowsAsync<ApmUnreachableException>(() => client.PayAsync(Request()));

        Assert.DoesNotContain("secret-text", unreachable.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, requests);
    }

    private static CoraclePaymentRequest Request() => new() { Ref = Orders.NewReference(), Amount = new(1_250, "EUR") };

    private static WeirClientOptions Options(Gateway gateway, Uri address) => new()
    {
        BaseAddress = address,
        ClientId = gateway.Credentials.UserName,
        ClientSecret = gateway.Credentials.Password,
    };

    private static ServiceProvider Services(Gateway gateway, Uri address)
    {
        var services = new ServiceCollection();
        services.AddWeirClient(options =>
        {
            var known = Options(gateway, address);
            (options.BaseAddress, options.ClientId, options.ClientSecret) = (known.BaseAddress, known.ClientId, known.ClientSecret);
        });
        return services.BuildServiceProvider();
    }

    private sealed class Handler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(answer(request));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
