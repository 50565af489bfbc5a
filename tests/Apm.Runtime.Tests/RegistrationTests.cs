using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Apm.Tests;

public class RegistrationTests
{
    [Theory]
    [InlineData("", "p", "https://acme.example", "UserName must not be empty.")]
    [InlineData("a:b", "p", "https://acme.example", "UserName must not contain a colon")]
    [InlineData("u", " ", "https://acme.example", "Password must not be empty.")]
    [InlineData("u", "p", null, "BaseAddress must be set.")]
    [InlineData("u", "p", "/relative", "BaseAddress must be an absolute http or https address.")]
    [InlineData("u", "p", "ftp://acme.example", "BaseAddress must be an absolute http or https address.")]
    [InlineData("u", "p", "http://acme.example", "BaseAddress must be https")]
    [InlineData("u", "p", "https://acme.example?a=b", "BaseAddress must not contain a query")]
    [InlineData("u", "p", "https://u:s3cret@acme.example", "BaseAddress must not contain a query")]
    public async Task Wrong_options_stop_the_host_at_its_start(string user, string password, string? address, string failure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAcmeClient("hk", options => Set(options, user, password, address));
        using var host = builder.Build();

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(failure, Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_options_start_and_everything_wrong_is_said_at_once()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddAcmeClient(options => Set(options, "u", "p", "http://localhost:5080/acme"));
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();

        var all = Assert.Throws<OptionsValidationException>(() => new AcmeClient(ApmHttpHandler.CreateClient(), new AcmeClientOptions { BaseAddress = null }));
        Assert.Equal(3, all.Failures.Count());
    }

    [Fact]
    public void Options_can_come_from_configuration_alone()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Hk:UserName"] = "u", ["Hk:Password"] = "p" })
            .Build();
        var services = new ServiceCollection();
        services.AddAcmeClient("hk");
        services.Configure<AcmeClientOptions>("hk", configuration.GetSection("Hk"));
        using var provider = services.BuildServiceProvider();

        Assert.NotNull(provider.GetRequiredKeyedService<IAcmeClient>("hk"));
        Assert.Equal("u", provider.GetRequiredService<IOptionsMonitor<AcmeClientOptions>>().Get("hk").UserName);
    }

    [Fact]
    public async Task Two_merchants_in_one_process_each_use_their_own_account()
    {
        await using var hk = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var sg = new LoopbackGateway(_ => LoopbackGateway.Answer(503, ""));
        var services = new ServiceCollection();
        services.AddAcmeClient("hk", options => Set(options, "hk-user", "p", hk.Address.OriginalString));
        services.AddAcmeClient("sg", options => Set(options, "sg-user", "p", sg.Address.OriginalString)).AddStandardResilienceHandler();
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IAcmeClient>("hk").PayAsync(Shop.Request());
        await Assert.ThrowsAsync<ApmOutcomeUnknownException>(() => provider.GetRequiredKeyedService<AcmeClient>("sg").PayAsync(Shop.Request()));

        Assert.Equal("Basic " + Convert.ToBase64String("hk-user:p"u8), Assert.Single(hk.Requests).Headers["Authorization"]);
        Assert.Equal("Basic " + Convert.ToBase64String("sg-user:p"u8), Assert.Single(sg.Requests).Headers["Authorization"]);
        Assert.Null(provider.GetService<IAcmeClient>());
    }

    [Fact]
    public void A_shop_can_put_its_own_client_in_the_place_of_ours()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IAcmeClient>(new FakeClient());
        services.AddAcmeClient();
        using var provider = services.BuildServiceProvider();

        Assert.IsType<FakeClient>(provider.GetRequiredService<IAcmeClient>());
    }

    [Fact]
    public void A_missing_key_is_refused()
    {
        var services = new ServiceCollection();
        Assert.Throws<ArgumentException>(() => services.AddAcmeClient(""));
        Assert.Throws<ArgumentNullException>(() => services.AddAcmeClient((string)null!));
        Assert.Empty(services);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_wrong_is_said_once_for_two_registrations(bool keyed)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        for (var time = 0; time < 2; time++)
        {
            _ = keyed
                ? builder.Services.AddAcmeClient("hk", options => Set(options, "u", "", "https://acme.example"))
                : builder.Services.AddAcmeClient(options => Set(options, "u", "", "https://acme.example"));
        }

        using var host = builder.Build();

        Assert.Single((await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures);
    }

    [Fact]
    public void Bearer_tokens_and_keys_go_into_their_headers()
    {
        Assert.Equal(new("Authorization", "Bearer t0ken"), new Bearer { Token = "t0ken" }.GetCredentials());
        Assert.Equal(new("X-Key", "k3y"), new HeaderKey { Key = "k3y" }.GetCredentials());
    }

    [Theory]
    [InlineData("", "must not be empty")]
    [InlineData(" t", "must not begin or end with a blank")]
    [InlineData("t\n", "a header can carry")]
    [InlineData("tökén", "a header can carry")]
    public void Bearer_tokens_and_keys_that_no_header_carries_are_refused(string secret, string failure)
    {
        foreach (var options in (ApmClientOptions[])[new Bearer { Token = secret }, new HeaderKey { Key = secret }])
        {
            var failures = new List<string>();
            options.Validate(failures);
            Assert.Contains(failure, Assert.Single(failures), StringComparison.Ordinal);
        }
    }

    private static void Set(AcmeClientOptions options, string user, string password, string? address)
    {
        options.UserName = user;
        options.Password = password;
        options.BaseAddress = address is null ? null : new Uri(address, UriKind.RelativeOrAbsolute);
    }

    private sealed class Bearer() : BearerClientOptions(new Uri("https://acme.example"));

    private sealed class HeaderKey() : HeaderKeyClientOptions(new Uri("https://acme.example"), "X-Key");

    private sealed class FakeClient : IAcmeClient
    {
        public Task<TPayment> PayAsync<TPayment>(IPaymentRequest<TPayment> request, CancellationToken cancellationToken = default)
            where TPayment : Payment, IPayment<TPayment> => throw new NotSupportedException();

        public Task<AcmePayment> QueryAsync(string self, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<TPayment> RefundAsync<TPayment>(TPayment payment, CancellationToken cancellationToken = default)
            where TPayment : AcmePayment, IPayment<TPayment>, IRefundable => throw new NotSupportedException();
    }
}
