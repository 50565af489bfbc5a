using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apm.EndToEnd.Tests;

/// <summary>No secret and no customer data in logs, traces, metrics, exceptions or ToString().</summary>
public class RedactionTests
{
    private const string Narrative = "Secret Narrative";
    private const string Customer = "customer-4711";

    [Fact]
    public async Task Nothing_leaks()
    {
        var said = new ConcurrentQueue<string>();
        using var traces = Listen(said);
        using var metrics = Meter(said);
        await using var shop = await Shop.OpenAsync(configureServices: services => services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Trace)
            .AddProvider(new LogTo(said))));
        var request = Orders.Valid();
        request = request with
        {
            Instruction = request.Instruction with
            {
                Narrative = new() { Line1 = Narrative },
                PaymentInstrument = request.Instruction.PaymentInstrument with { SuccessUrl = new("https://shop.example/" + Customer) },
            },
        };

        var payment = await shop.Client.PayAsync(request);
        await shop.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await shop.Client.QueryAsync<AlipayHkPayment>(payment.Self!);
        await Collect(said, () => shop.Client.PayAsync(request));
        await Collect(said, () =>
            shop.Client.PayAsync(
                request with
                {
                    TransactionReference = new string('x', 99),
#pragma warning disable APM1014 // The line break is wrong intentionally.
                    Instruction = request.Instruction with { Narrative = new() { Line1 = string.Join('\n', [Narrative, Customer]) } },
#pragma warning restore APM1014
                }
            ));
        shop.Sandbox.Faults.DropNextResponse(FaultMoment.AfterDecision);
        await Collect(said, () => shop.Client.RefundAsync(payment));
        said.Enqueue(request.ToString());
        said.Enqueue(payment.ToString());
        said.Enqueue(new WorldpayClientOptions { UserName = shop.Sandbox.UserName, Password = shop.Sandbox.Password }.ToString());

        var everything = string.Join('\n', said);
        Assert.Contains("pay", everything, StringComparison.Ordinal);
        Assert.Contains("instruments: ", everything, StringComparison.Ordinal);
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(shop.Sandbox.UserName + ":" + shop.Sandbox.Password));
        foreach (var secret in new[] { shop.Sandbox.Password, shop.Sandbox.UserName, credentials, Narrative, Customer, payment.Redirect ?? "hpp" })
        {
            Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task Collect(ConcurrentQueue<string> said, Func<Task> call)
    {
        var error = await Record.ExceptionAsync(call);
        Assert.NotNull(error);
        said.Enqueue(error.ToString());
    }

    private static ActivityListener Listen(ConcurrentQueue<string> said)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Apm",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                said.Enqueue(
                    $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} "
                        + string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Meter(ConcurrentQueue<string> said)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, it) =>
            {
                if (instrument.Meter.Name == "Apm")
                {
                    said.Enqueue("instruments: " + instrument.Name);
                    it.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => said.Enqueue(instrument.Name + " " + string.Join(' ', tags.ToArray())));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => said.Enqueue(instrument.Name + " " + string.Join(' ', tags.ToArray())));
        listener.Start();
        return listener;
    }

    private sealed class LogTo(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            said.Enqueue(state.ToString()!);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
