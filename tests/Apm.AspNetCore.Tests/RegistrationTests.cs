using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Apm.AspNetCore.Tests;

/// <summary>What is wrong with the settings is said when the shop starts.</summary>
public class RegistrationTests
{
    public static TheoryData<string, string?, string> Wrong => new()
    {
        { "Other", "x", "Keys must contain one key" },
        { "Keys:1", "", "The secret of the key 1" },
        { "Keys:a/b", "secret", "must not contain blanks, commas or slashes" },
        { "AnswerWithin", "00:00:11", "the 10 s that the gateway waits" },
        { "AnswerWithin", "soon", "AnswerWithin must be a time" },
        { "HandleWithin", "02:00:00", "at most an hour" },
        { "HandleWithin", "00:00:01", "must be at least AnswerWithin" },
        { "RememberFor", "00:01:00", "RememberFor must be at least HandleWithin" },
        { "RememberFor", "06:00:00", "for which the gateway repeats a webhook" },
        { "RememberFor", RepeatedFor(), "RememberFor must be longer than" },
        { "RememberFor", "400.00:00:01", "RememberFor must be at most 400 days" },
        { "RememberFor", TimeSpan.MaxValue.ToString(), "RememberFor must be at most 400 days" },
        { "Lease", "00:00:00.5", "Lease must be between a second and an hour" },
        { "Lease", "01:00:01", "Lease must be between a second and an hour" },
        { "StoreTimeout", "00:00:00", "StoreTimeout must be longer" },
        { "StoreTimeout", "00:01:01", "at most a minute" },
        { "Consumer", "", "Consumer must have 1 to 200 characters" },
        { "MaxBodyBytes", "0", "16 MiB" },
        { "MaxBodyBytes", "1k", "a whole number" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Wrong_settings_keep_the_shop_from_starting(string name, string? value, string words)
    {
        var configuration = Settings(
            name.StartsWith("Keys", StringComparison.Ordinal) || name == "Other" ? [(name, value)] : [("Keys:1", "secret"), (name, value)]);

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            WebhookShop.StartAsync(services => services.AddApmWebhooks<WorldpayEvent>(configuration), _ => { }));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_change_while_the_shop_runs()
    {
        var configuration = Settings([("Keys:1", "an old secret")]);
        await using var shop = await WebhookShop.StartAsync(
            services => services.AddApmWebhooks<WorldpayEvent>(configuration),
            app => app.MapApmWebhooks("/events", (WorldpayEvent _, CancellationToken _) => Task.CompletedTask));

        Assert.Equal(HttpStatusCode.BadRequest, await shop.DeliverAsync(WebhookShop.Body()));
        configuration["Keys:1"] = WebhookShop.Secret;
        configuration.Reload();

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
    }

    [Fact]
    public async Task A_change_that_breaks_the_settings_is_logged_and_not_taken()
    {
        var log = new LoggedLines();
        var configuration = Settings([("Keys:1", WebhookShop.Secret)]);
        await using var shop = await WebhookShop.StartAsync(
            services => services.AddLogging(logging => logging.AddProvider(log)).AddApmWebhooks<WorldpayEvent>(configuration),
            app => app.MapApmWebhooks("/events", (WorldpayEvent _, CancellationToken _) => Task.CompletedTask));

        configuration["Keys:1"] = "";
        configuration.Reload();
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body("a")));
        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body("b")));
        Assert.Contains("The secret of the key 1", Assert.Single(log.Warnings), StringComparison.Ordinal);

        configuration["Keys:1"] = "another secret";
        configuration.Reload();
        Assert.Equal(HttpStatusCode.BadRequest, await shop.DeliverAsync(WebhookShop.Body("c")));
    }

    [Fact]
    public async Task An_endpoint_without_an_inbox_says_what_to_add()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => WebhookShop.StartAsync(
            services => services.AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = "x"),
            app => app.MapApmWebhooks("/events", "other", (WorldpayEvent _, CancellationToken _) => Task.CompletedTask)));

        Assert.Contains("services.AddApmWebhooks<WorldpayEvent>(\"other\", …)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shop_where_everybody_signs_in_still_hears_of_its_payments()
    {
        await using var shop = await WebhookShop.StartAsync(
            services =>
            {
                services.AddAuthentication();
                services
                    .AddAuthorizationBuilder()
                    .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
                services.AddApmWebhooks<WorldpayEvent>(events => events.Keys["1"] = WebhookShop.Secret);
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapApmWebhooks("/events", (WorldpayEvent _, CancellationToken _) => Task.CompletedTask);
            });

        Assert.Equal(HttpStatusCode.OK, await shop.DeliverAsync(WebhookShop.Body()));
    }

    [Fact]
    public void Options_show_no_secret() =>
        Assert.Equal("ApmWebhookOptions { Keys = 1 }", new ApmWebhookOptions { Keys = { ["1"] = WebhookShop.Secret } }.ToString());

    private static string RepeatedFor()
    {
        return Profile<WorldpayEvent>().RepeatedFor!.Value.ToString();

        static WebhookProfile Profile<T>()
            where T : PaymentEvent, IPaymentEvent<T> => T.Profile;
    }

    private static IConfigurationRoot Settings((string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value))).Build();
}
