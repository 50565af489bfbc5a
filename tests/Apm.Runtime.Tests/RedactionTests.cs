using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Apm.Tests.Acme;
using Apm.Tests.Gateway;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.Tests;

/// <summary>Searches everything that leaves a shop's process beside the request itself.</summary>
public class RedactionTests
{
    // Credentials, as they are and as they travel; customer data that we send; what the gateway's answers hold of it.
    private static readonly string[] s_secrets =
    [
        Shop.Password,
        Shop.UserName,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Shop.UserName + ":" + Shop.Password)),
        "Erika",
        "Mustermann",
        "secret-redirect",
        "IBAN DE00",
    ];

    [Theory]
    [InlineData("plain")]
    [InlineData("standard")]
    [InlineData("hedging")]
    public async Task No_secret_and_no_customer_data_is_in_logs_traces_errors_or_texts(string handlers)
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = Listen(seen);
        var answers = new Queue<string?>(
        [
            LoopbackGateway.Answer(201, LoopbackGateway.Payment("settled", """ "reverse":{"href":"/refund"},"self":{"href":"/self"} """)),
            LoopbackGateway.Answer(
                400,
                """
                {
                  "errorName": "invalid Erika Mustermann",
                  "message": "Erika Mustermann is not IBAN DE00",
                  "validation": {
                    "errors": [{ "errorName": "Erika x", "message": "Mustermann", "jsonPath": "$.customerName IBAN DE00" }]
                  }
                }
                """),
            LoopbackGateway.Answer(503, """{"message":"Erika Mustermann"}"""),
            LoopbackGateway.Answer(201, """{"paymentId":{"Erika":"Mustermann IBAN DE00"}}"""),
            LoopbackGateway.Answer(201, "Erika Mustermann IBAN DE00"),
            null,
        ]);
        await using var gateway = new LoopbackGateway(_ => answers.Dequeue());
        await using var shop = new Shop(
            gateway.Address,
            builder => _ = handlers switch
            {
                "standard" => (object)builder.AddStandardResilienceHandler(),
                "hedging" => builder.AddStandardHedgingHandler(),
                _ => builder,
            },
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Recording(seen))));

        var payment = await shop.Client.PayAsync(Shop.Request());
        seen.Enqueue(payment.ToString());
        seen.Enqueue(string.Join(' ', payment.Actions));
        for (var call = 0; call < 5; call++)
        {
            var error = await Assert.ThrowsAnyAsync<ApmException>(() => shop.Client.PayAsync(Shop.Request()));
            seen.Enqueue(error.ToString());
            seen.Enqueue(string.Join(' ', error.Data.Keys.Cast<object>().Concat(error.Data.Values.Cast<object>())));
            if (error is ApmGatewayException gatewayError)
            {
                seen.Enqueue(string.Join(' ', gatewayError.Errors));
            }
        }

        var options = new AcmeClientOptions();
        Shop.Configure(options, new Uri(gateway.Address, $"?key={Shop.Password}"));
        seen.Enqueue(options.ToString());
        seen.Enqueue(shop.Client.ToString()!);
        seen.Enqueue(new ApmHttpResponse(200, Encoding.UTF8.GetBytes("Erika")).ToString());
        seen.Enqueue(new PaymentResponse { Redirect = "secret-redirect", Id = "Erika" }.ToString());

        Assert.Equal(6, gateway.Requests.Count);
        Assert.Contains(seen, text => text.Contains("Sending HTTP request", StringComparison.Ordinal));
        Assert.Contains(seen, text => text.Contains("Request Headers", StringComparison.Ordinal));
        Assert.Contains(seen, text => text.Contains("apm.operation=pay", StringComparison.Ordinal));
        Assert.All(seen, text => Assert.All(s_secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
    }

    private static ActivityListener Listen(ConcurrentQueue<string> seen)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                seen.Enqueue(
                    activity.DisplayName
                        + " "
                        + activity.StatusDescription
                        + " "
                        + string.Join(' ', activity.TagObjects.Concat(activity.Events.SelectMany(item => item.Tags)).Select(tag => $"{tag.Key}={tag.Value}"))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private sealed class Recording(ConcurrentQueue<string> seen) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            seen.Enqueue(Text(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            seen.Enqueue(formatter(state, exception) + " " + Text(state) + " " + exception);

        public void Dispose()
        {
        }

        private static string Text(object? state) => state is IEnumerable<KeyValuePair<string, object?>> pairs
            ? string.Join(' ', pairs.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")))
            : $"{state}";
    }
}
