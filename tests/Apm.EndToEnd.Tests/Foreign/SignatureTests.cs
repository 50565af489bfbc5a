using System.Net;
using System.Text;
using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.EndToEnd.Tests.Foreign;

/// <summary>Gateways whose requests and responses are signed.</summary>
public class SignatureTests
{
    [Fact]
    public async Task Requests_and_responses_are_signed_by_RSA_over_HTTP()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs("sluice.api.yaml", "punt.apm.yaml") }, Token);
        await using var services = Sluice(options => Configure(options, sandbox.Gateway, sandbox.BaseAddress));
        var client = services.GetRequiredService<ISluiceClient>();

        var payment = await client.PayAsync(Request());
        await sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.QueryAsync<PuntPayment>(payment.Self!);
        Assert.Equal(PaymentState.Paid, payment.State);

        payment = await client.RefundAsync(payment);
        Assert.Equal(PaymentState.Refunded, payment.State);
    }

    [Fact]
    public async Task Another_key_is_refused_by_the_gateway()
    {
        var gateway = new Gateway(new() { Specs = Specs("sluice.api.yaml", "punt.apm.yaml") });
        var other = new SandboxCredentials { PrivateKey = NewKey() };
        await using var services = Sluice(
            options =>
            {
                Configure(options, gateway, new("https://sluice.example"));
                options.SigningKey = other.PrivateKey;
            },
            gateway.CreateHandler);

        var refused = await Assert.ThrowsAsync<ApmGatewayException>(() => services.GetRequiredService<ISluiceClient>().PayAsync(Request()));

        Assert.Equal((HttpStatusCode.Unauthorized, "stranger"), (refused.StatusCode, refused.ErrorName));
        Assert.Empty(gateway.Payments);
    }

    [Theory]
    [InlineData("body")]
    [InlineData("path")]
    [InlineData("time")]
    [InlineData("signature")]
    public async Task A_changed_request_is_refused(string part)
    {
        var gateway = new Gateway(new() { Specs = Specs("sluice.api.yaml", "punt.apm.yaml") });
        await using var services = Sluice(
            options => Configure(options, gateway, new("https://sluice.example")),
            () => new Changing(gateway.CreateHandler(), request => Change(request, part)));

        await RefusedAsync(services, gateway);
    }

    [Fact]
    public async Task A_request_that_is_too_old_is_refused()
    {
        var gateway = new Gateway(new() { Specs = Specs("sluice.api.yaml", "punt.apm.yaml"), TimeProvider = new Ahead(TimeSpan.FromSeconds(310)) });
        await using var services = Sluice(options => Configure(options, gateway, new("https://sluice.example")), gateway.CreateHandler);

        await RefusedAsync(services, gateway);
    }

    [Theory]
    [InlineData("Signature", "00")]
    [InlineData("Signature", null)]
    [InlineData("Response-Time", "1000")]
    [InlineData("Response-Time", null)]
    public async Task A_response_without_a_right_signature_leaves_the_outcome_unknown(string header, string? value)
    {
        var gateway = new Gateway(new() { Specs = Specs("sluice.api.yaml", "punt.apm.yaml") });
        await using var services = Sluice(
            options => Configure(options, gateway, new("https://sluice.example")),
            () => new Changing(gateway.CreateHandler(), _ => { }, response =>
            {
                response.Headers.Remove(header);
                if (value is not null)
                {
                    response.Headers.TryAddWithoutValidation(header, value);
                }
            }));

        var unknown = await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => services.GetRequiredService<ISluiceClient>().PayAsync(Request()));

        Assert.True(unknown.MoneyMayHaveMoved);
        Assert.Single(gateway.Payments);
    }

    [Fact]
    public async Task A_form_is_signed_as_it_is_sent()
    {
        await using var sandbox = await SandboxServer.StartAsync(new() { Specs = Specs("lock.api.yaml", "gig.apm.yaml") }, Token);
        var services = new ServiceCollection();
        services.AddLockClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.SigningKey = sandbox.Gateway.Credentials.SigningKey;
        });
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ILockClient>();

        var payment = await client.PayAsync(new GigPaymentRequest { Ref = "é & 1", Amount = new(100, "EUR") });
        Assert.Equal(PaymentState.Pending, (await client.QueryAsync<GigPayment>(payment.Self!)).State);
    }

    [Theory]
    [InlineData("", "SigningKey must not be empty.")]
    [InlineData("not a key", "SigningKey must be a private key for RSA in PEM.")]
    public void A_wrong_key_is_found_when_the_options_are_checked(string key, string message)
    {
        var options = new SluiceClientOptions { Key = "shop", SigningKey = key, ResponseKey = new SandboxCredentials().GatewayPublicKey };

        var failed = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => new SluiceClient(options));

        Assert.Equal([message], failed.Failures);
    }

    [Fact]
    public void A_public_key_does_not_sign() => Assert.Contains(
        "SigningKey must be a private key for RSA in PEM.",
        Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => new SluiceClient(new SluiceClientOptions
        {
            Key = "shop",
            SigningKey = new SandboxCredentials().GatewayPublicKey,
            ResponseKey = new SandboxCredentials().GatewayPublicKey,
        })).Failures);

    // The client does not believe a refusal whose path or time is not its own.
    private static async Task RefusedAsync(ServiceProvider services, Gateway gateway)
    {
        var failed = await Assert.ThrowsAnyAsync<ApmException>(() => services.GetRequiredService<ISluiceClient>().PayAsync(Request()));

        Assert.Equal(HttpStatusCode.Unauthorized, (failed as ApmGatewayException ?? (ApmGatewayException)failed.InnerException!).StatusCode);
        Assert.Empty(gateway.Payments);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static PuntPaymentRequest Request() => new() { Ref = Orders.NewReference(), Amount = new(1_250, "EUR") };

    private static IReadOnlyList<(string File, string Text)> Specs(params string[] files) =>
        [.. files.Select(file => (file, File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests/Apm.EndToEnd.Tests/Foreign", file))))];

    private static string NewKey()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }

    private static void Configure(SluiceClientOptions options, Gateway gateway, Uri address)
    {
        options.BaseAddress = address;
        options.Key = gateway.Credentials.Key;
        options.SigningKey = gateway.Credentials.PrivateKey;
        options.ResponseKey = gateway.Credentials.GatewayPublicKey;
    }

    private static ServiceProvider Sluice(Action<SluiceClientOptions> configure, Func<HttpMessageHandler>? handler = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddSluiceClient(configure);
        if (handler is not null)
        {
            builder.ConfigurePrimaryHttpMessageHandler(handler);
        }

        return services.BuildServiceProvider();
    }

    private static void Change(HttpRequestMessage request, string part)
    {
        switch (part)
        {
            case "body":
                request.Content = new StringContent("""{"ref":"B","amount":{"value":1,"currency":"EUR"},"method":"punt"}""", Encoding.UTF8, "application/json");
                break;
            case "path":
                request.RequestUri = new Uri(request.RequestUri + "?a=b");
                break;
            case "time":
                request.Headers.Remove("Request-Time");
                request.Headers.Add("Request-Time", DateTime.UtcNow.AddSeconds(5).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"));
                break;
            default:
                request.Headers.Remove("Signature");
                request.Headers.TryAddWithoutValidation("Signature", "algorithm=RSA256,signature=AAAA");
                break;
        }
    }

    // The handler that sends, so the guard is before it.
    private sealed class Changing(HttpMessageHandler inner, Action<HttpRequestMessage> request, Action<HttpResponseMessage>? response = null)
        : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _inner = new(inner);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage sent, CancellationToken cancellationToken)
        {
            var copy = new HttpRequestMessage(sent.Method, sent.RequestUri)
            {
                Content = sent.Content is null ? null : new ByteArrayContent(await sent.Content.ReadAsByteArrayAsync(cancellationToken)),
            };
            copy.Content?.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            foreach (var header in sent.Headers.NonValidated)
            {
                copy.Headers.TryAddWithoutValidation(header.Key, header.Value.ToString());
            }

            request(copy);
            var answer = await _inner.SendAsync(copy, cancellationToken);
            answer.RequestMessage = sent;
            response?.Invoke(answer);
            return answer;
        }
    }

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
