using System.Text;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Apm.Tests;

/// <summary>Credentials that expire: what a shop gives, what goes out, and what does not.</summary>
public class CredentialTests
{
    [Fact]
    public async Task A_callback_that_blocks_for_longer_than_the_client_waits_sends_nothing()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        using var http = ApmHttpHandler.CreateClient();
        http.Timeout = TimeSpan.FromMilliseconds(20);
        var options = new AcmeClientOptions { BaseAddress = gateway.Address, GetCredentialsAsync = Blocking };
        var client = new AcmeClient(new ApmTransport(http, options, AcmeClient.Profile));

        await Assert.ThrowsAsync<ApmUnreachableException>(() => client.PayAsync(Shop.Request()));

        Assert.Empty(gateway.Requests);

        static ValueTask<string> Blocking(CancellationToken cancellationToken)
        {
            cancellationToken.WaitHandle.WaitOne(TimeSpan.FromMinutes(1));
            return ValueTask.FromResult("merchant:secret");
        }
    }

    [Fact]
    public async Task Each_call_asks_for_the_token_once()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(200, LoopbackGateway.Payment()));
        var asked = 0;
        var client = Client(new Bearer { BaseAddress = gateway.Address, GetCredentialsAsync = async _ => { await Task.Yield(); return $"token-{++asked}"; } });

        await client.PayAsync(Shop.Request());
        await client.QueryAsync("/self");
        await client.PayAsync(Shop.Request());

        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-3"], gateway.Requests.Select(request => request.Headers["Authorization"]));
        Assert.All(gateway.Requests, request => Assert.Equal("2026-01-01", request.Headers["Acme-Version"]));
    }

    [Fact]
    public async Task A_question_that_is_asked_again_by_a_handler_keeps_its_token()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Answer(503, ""));
        var asked = 0;
        await using var shop = new Shop(
            gateway.Address,
            builder => builder.AddResilienceHandler("stubborn", pipeline =>
                pipeline.AddRetry(new HttpRetryStrategyOptions { Delay = TimeSpan.Zero, MaxRetryAttempts = 2 })),
            services => services.PostConfigure<AcmeClientOptions>(options =>
            {
                (options.UserName, options.Password) = ("", "");
                options.GetCredentialsAsync = _ => ValueTask.FromResult($"merchant:{++asked}");
            }));

        await Assert.ThrowsAsync<ApmGatewayException>(() => shop.Client.QueryAsync("/self"));

        Assert.Equal(3, gateway.Requests.Count);
        Assert.All(gateway.Requests, request => Assert.Equal("Basic " + Convert.ToBase64String("merchant:1"u8), request.Headers["Authorization"]));
    }

    [Theory]
    [InlineData("merchant:pass", "merchant:pass")]
    [InlineData("merchant:pass:word", "merchant:pass:word")]
    [InlineData("mörchant:pässwörd ", "mörchant:pässwörd ")]
    public async Task Basic_credentials_are_a_user_name_a_colon_and_a_password(string given, string sent)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        var client = Client(new AcmeClientOptions { BaseAddress = gateway.Address, GetCredentialsAsync = _ => ValueTask.FromResult(given) });

        await client.PayAsync(Shop.Request());

        Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(sent)), Assert.Single(gateway.Requests).Headers["Authorization"]);
    }

    [Fact]
    public async Task A_key_goes_into_its_header()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        var client = Client(new HeaderKey { BaseAddress = gateway.Address, GetCredentialsAsync = _ => ValueTask.FromResult("k3y") });

        await client.PayAsync(Shop.Request());

        Assert.Equal("k3y", Assert.Single(gateway.Requests).Headers["X-Key"]);
    }

    public static TheoryData<string, string?> Unsendable => new()
    {
        { "bearer", "s3cret\r\nX-Injected: b" },
        { "bearer", "s3cret\n" },
        { "bearer", " s3cret" },
        { "bearer", "s3crét" },
        { "bearer", "s3cret\0" },
        { "bearer", "" },
        { "bearer", null },
        { "key", "s3cret\r\nX-Injected: b" },
        { "key", "s3cret " },
        { "basic", "s3cret" },
        { "basic", ":s3cret" },
        { "basic", "s3cret:" },
        { "basic", "s3cret:  " },
        { "basic", "merchant:s3cret\n" },
        { "basic", "merchant\r\n:s3cret" },
        { "basic", null },
    };

    [Theory]
    [MemberData(nameof(Unsendable))]
    public async Task What_cannot_be_sent_is_not_sent(string scheme, string? given)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        ApmClientOptions options = scheme switch
        {
            "bearer" => new Bearer(),
            "key" => new HeaderKey(),
            _ => new AcmeClientOptions(),
        };
        options.BaseAddress = gateway.Address;
        options.GetCredentialsAsync = _ => ValueTask.FromResult(given!);

        foreach (var call in (Func<Task>[])[() => Client(options).PayAsync(Shop.Request()), () => Client(options).QueryAsync("/self")])
        {
            var error = await Assert.ThrowsAsync<ApmUnreachableException>(call);

            Assert.False(error.MoneyMayHaveMoved);
            Assert.Contains("was not sent", error.Message, StringComparison.Ordinal);
            Assert.Contains("GetCredentialsAsync", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cr", error.ToString(), StringComparison.Ordinal);
        }

        Assert.Empty(gateway.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Where_there_are_none_nothing_is_sent(bool later)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        var problem = new InvalidOperationException("The vault is closed.");
        var client = Client(new Bearer
        {
            BaseAddress = gateway.Address,
            GetCredentialsAsync = later ? async _ => { await Task.Yield(); throw problem; } : _ => throw problem,
        });

        var error = await Assert.ThrowsAsync<ApmUnreachableException>(() => client.PayAsync(Shop.Request()));

        Assert.Same(problem, error.InnerException);
        Assert.Equal("There were no credentials for Acme, so 'pay' was not sent. GetCredentialsAsync failed. You can send it again.", error.Message);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task Whoever_cancels_while_they_are_fetched_has_sent_nothing()
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        using var cancel = new CancellationTokenSource();
        var client = Client(new Bearer
        {
            BaseAddress = gateway.Address,
            GetCredentialsAsync = async cancellationToken =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.Infinite, cancellationToken);
                return "";
            },
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.PayAsync(Shop.Request(), cancel.Token));

        Assert.Empty(gateway.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task They_are_waited_for_no_longer_than_the_gateway_is(bool listens)
    {
        await using var gateway = new LoopbackGateway(_ => LoopbackGateway.Created());
        using var http = ApmHttpHandler.CreateClient();
        http.Timeout = TimeSpan.FromMilliseconds(20);
        var client = new AcmeClient(http, new Bearer
        {
            BaseAddress = gateway.Address,
            GetCredentialsAsync = async cancellationToken =>
            {
                await Task.Delay(Timeout.Infinite, listens ? cancellationToken : CancellationToken.None);
                return "";
            },
        });

        var error = await Assert.ThrowsAsync<ApmUnreachableException>(() => client.PayAsync(Shop.Request()));

        Assert.IsAssignableFrom<OperationCanceledException>(error.InnerException);
        Assert.Empty(gateway.Requests);
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("merchant", "", "UserName must be empty if GetCredentialsAsync is set; remove one of the two.")]
    [InlineData("", "s3cret", "Password must be empty if GetCredentialsAsync is set; remove one of the two.")]
    public async Task At_the_start_they_stand_in_the_place_of_configured_ones(string user, string password, string? failure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAcmeClient(options =>
        {
            (options.UserName, options.Password) = (user, password);
            options.GetCredentialsAsync = _ => throw new InvalidOperationException("Nobody asks at the start.");
        });
        using var host = builder.Build();

        if (failure is null)
        {
            await host.StartAsync();
            await host.StopAsync();
            return;
        }

        Assert.Equal([failure], (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures);
    }

    [Theory]
    [InlineData("Token")]
    [InlineData("Key")]
    public void A_token_or_key_is_not_set_beside_them(string name)
    {
        ApmClientOptions options = name == "Token" ? new Bearer { Token = "t" } : new HeaderKey { Key = "k" };
        options.GetCredentialsAsync = _ => ValueTask.FromResult("x");
        var failures = new List<string>();
        options.Validate(failures);

        Assert.Equal([$"{name} must be empty if GetCredentialsAsync is set; remove one of the two."], failures);
    }

    private static AcmeClient Client(ApmClientOptions options) => new(ApmHttpHandler.CreateClient(), options);

    private sealed class Bearer() : BearerClientOptions(new Uri("https://acme.example"));

    private sealed class HeaderKey() : HeaderKeyClientOptions(new Uri("https://acme.example"), "X-Key");
}
