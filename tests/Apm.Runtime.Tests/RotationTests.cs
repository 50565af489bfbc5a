using System.Collections.Concurrent;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Apm.Tests;

/// <summary>Options that change while the shop runs, in a client that somebody keeps for ever.</summary>
public sealed class RotationTests : IAsyncDisposable
{
    private readonly LoopbackGateway _gateway = new(_ => LoopbackGateway.Answer(200, LoopbackGateway.Payment()));
    private readonly IConfigurationRoot _configuration = new ConfigurationBuilder().AddInMemoryCollection().Build();
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _logged = new();

    public RotationTests()
    {
        Set(_gateway.Address, "old");
    }

    [Fact]
    public async Task A_client_that_a_singleton_keeps_uses_the_next_password_from_the_next_call_on()
    {
        await using var services = Services();
        var client = services.GetRequiredService<Keeper>().Client;
        await client.PayAsync(Shop.Request());

        Set(_gateway.Address, "new");
        await client.PayAsync(Shop.Request());
        await client.QueryAsync("/self");

        Assert.Equal(["old", "new", "new"], Passwords(_gateway));
    }

    [Fact]
    public async Task While_it_sends_no_password_goes_to_the_address_of_another()
    {
        await using var other = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var services = Services();
        var client = services.GetRequiredService<Keeper>().Client;

        var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var sent = 0; sent < 50; sent++)
            {
                await client.PayAsync(Shop.Request());
            }
        })).ToList();
        while (!senders.TrueForAll(sender => sender.IsCompleted))
        {
            Set(other.Address, "other");
            await Task.Yield();
            Set(_gateway.Address, "old");
            await Task.Yield();
        }

        await Task.WhenAll(senders);
        Set(other.Address, "other");
        await client.PayAsync(Shop.Request());

        Assert.Equal(201, _gateway.Requests.Count + other.Requests.Count);
        Assert.All(Passwords(_gateway), password => Assert.Equal("old", password));
        Assert.All(Passwords(other), password => Assert.Equal("other", password));
        Assert.NotEmpty(other.Requests);
    }

    [Theory]
    [InlineData("Password", "", "Password must not be empty.")]
    [InlineData("Password", "s3cret\n", "Password must not contain control characters")]
    [InlineData("UserName", "s3cret:x", "UserName must not contain a colon")]
    [InlineData("BaseAddress", "http://acme.example/s3cret", "BaseAddress must be https")]
    [InlineData("BaseAddress", "http://[s3cret", "BaseAddress must be an absolute")]
    public async Task A_change_that_is_invalid_is_logged_and_not_taken(string name, string value, string words)
    {
        await using var services = Services();
        var client = services.GetRequiredService<Keeper>().Client;

        _configuration[name] = value;
        _configuration.Reload();
        await client.PayAsync(Shop.Request());
        await client.PayAsync(Shop.Request());
        await services.GetRequiredService<IAcmeClient>().PayAsync(Shop.Request());

        Assert.Equal(["old", "old", "old"], Passwords(_gateway));
        var (level, text) = Assert.Single(_logged);
        Assert.Equal(LogLevel.Error, level);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);

        (_configuration["UserName"], _configuration["BaseAddress"]) = ("merchant", _gateway.Address.OriginalString);
        Set(_gateway.Address, "new");
        await client.PayAsync(Shop.Request());
        Assert.Equal("new", Passwords(_gateway).Last());
        Assert.Single(_logged);
    }

    [Fact]
    public async Task A_change_that_the_shops_own_code_throws_at_is_not_taken_either()
    {
        await using var services = Services(more => more.Configure<AcmeClientOptions>(options =>
        {
            if (options.Password == "s3cret")
            {
                throw new FormatException("The input string 's3cret' was not in a correct format.");
            }
        }));
        var client = services.GetRequiredService<Keeper>().Client;

        Set(_gateway.Address, "s3cret");
        await client.PayAsync(Shop.Request());

        Assert.Equal(["old"], Passwords(_gateway));
        Assert.Contains("System.FormatException", Assert.Single(_logged).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", _logged.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_of_the_former_address_are_not_followed()
    {
        await using var other = new LoopbackGateway(_ => LoopbackGateway.Created());
        await using var services = Services();
        var client = services.GetRequiredService<Keeper>().Client;
        var link = _gateway.Address + "self";
        await client.QueryAsync(link);

        Set(other.Address, "new");

        await Assert.ThrowsAsync<ApmActionUnavailableException>(() => client.QueryAsync(link));
        Assert.Single(_gateway.Requests);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Every_client_of_a_registration_has_the_same_settings_which_cost_nothing_while_nothing_changes()
    {
        await using var services = Services();
        var monitor = services.GetRequiredService<IOptionsMonitor<AcmeClientOptions>>();
        var source = new ClientSettingsSource(() => monitor.CurrentValue, AcmeClient.Profile);
        var settings = source.Current;

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = source.Current;
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Same(settings, again);

        Set(_gateway.Address, "new");
        Assert.NotSame(settings, source.Current);
        Assert.Same(
            services.GetRequiredKeyedService<ClientSettingsSource>((typeof(AcmeClientOptions), "")),
            services.GetRequiredKeyedService<ClientSettingsSource>((typeof(AcmeClientOptions), "")));
    }

    [Fact]
    public async Task Each_merchant_has_a_section_and_a_change_of_its_own()
    {
        (_configuration["Hk:BaseAddress"], _configuration["Hk:UserName"], _configuration["Hk:Password"]) = (_gateway.Address.OriginalString, "hk", "hk-old");
        (_configuration["Sg:BaseAddress"], _configuration["Sg:UserName"], _configuration["Sg:Password"]) = (_gateway.Address.OriginalString, "sg", "sg-old");
        await using var services = Services(more =>
        {
            more.AddAcmeClient("hk", _configuration.GetSection("Hk"));
            more.AddAcmeClient("sg", _configuration.GetSection("Sg"));
        });
        var (hk, sg) = (services.GetRequiredKeyedService<IAcmeClient>("hk"), services.GetRequiredKeyedService<IAcmeClient>("sg"));
        await hk.PayAsync(Shop.Request());
        await sg.PayAsync(Shop.Request());

        (_configuration["Hk:Password"], _configuration["Sg:Password"]) = ("hk-new", "");
        _configuration.Reload();
        await hk.PayAsync(Shop.Request());
        await sg.PayAsync(Shop.Request());
        await services.GetRequiredService<Keeper>().Client.PayAsync(Shop.Request());

        Assert.Equal(["hk-old", "sg-old", "hk-new", "sg-old", "old"], Passwords(_gateway));
        Assert.Contains("'sg'", Assert.Single(_logged).Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    private static IEnumerable<string> Passwords(LoopbackGateway gateway) => gateway.Requests.Select(request =>
        System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(request.Headers["Authorization"]["Basic ".Length..])).Split(':')[1]);

    private void Set(Uri address, string password)
    {
        (_configuration["BaseAddress"], _configuration["UserName"], _configuration["Password"]) = (address.OriginalString, "merchant", password);
        _configuration.Reload();
    }

    private ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Keeper>().AddLogging(logging => logging.AddProvider(new LoggedLines(_logged))).AddAcmeClient(_configuration);
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private sealed class Keeper(IAcmeClient client)
    {
        public IAcmeClient Client => client;
    }

    private sealed class LoggedLines(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName.StartsWith("Apm", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception)));

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose()
        {
        }
    }
}
