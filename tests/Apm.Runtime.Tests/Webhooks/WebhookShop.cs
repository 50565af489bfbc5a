using System.Security.Cryptography;
using System.Text;
using Apm.Tests.Acme;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Apm.Tests.Webhooks;

/// <summary>A shop that takes events without HTTP: its services, its clock and its log.</summary>
internal sealed class WebhookShop : IAsyncDisposable
{
    public const string Secret = "a secret that both know";

    private readonly ServiceProvider _services;
    private readonly FakeLogCollector _log;

    public WebhookShop(Action<ApmWebhookOptions>? options = null, Action<IServiceCollection>? services = null)
    {
        var collection = new ServiceCollection();
        collection.AddFakeLogging().AddSingleton<TimeProvider>(Clock);
        services?.Invoke(collection);
        collection.AddApmWebhooks<AcmeEvent>(events =>
        {
            events.Keys["1"] = Secret;
            options?.Invoke(events);
        });
        _services = collection.BuildServiceProvider();
        _log = _services.GetFakeLogCollector();
        Inbox = _services.GetRequiredService<WebhookProcessor<AcmeEvent>>();
    }

    public FakeTimeProvider Clock { get; } = new();

    public WebhookProcessor<AcmeEvent> Inbox { get; }

    public IReadOnlyList<FakeLogRecord> Log => _log.GetSnapshot();

    public static WebhookShop WithStore(
        Func<ProcessedEventKey, Func<CancellationToken, Task>, ProcessedEventOptions, CancellationToken, Task<ProcessedEventResult>> process
    ) => new(services: services => services.AddSingleton<IProcessedEventStore>(new StubStore(process)));

    public static string Body(string id = "evt-1") => $$"""{"id":"{{id}}","what":{"type":"paid"},"order":{"reference":"ORDER-1"} }""";

    public static string Sign(string body) => Convert.ToBase64String(HMACSHA512.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)));

    /// <summary>Waits for something that happens without the clock. What happens only when the clock moves has <paramref name="meanwhile"/>.</summary>
    public static async Task UntilAsync(Func<bool> isSo, Action? meanwhile = null)
    {
        while (!isSo())
        {
            meanwhile?.Invoke();
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>A delivery of an event, rightly signed.</summary>
    public Task<WebhookReceipt> DeliverAsync(Func<CancellationToken, Task> handler, string id = "evt-1", CancellationToken stopping = default) =>
        Inbox.ReceiveAsync(Encoding.UTF8.GetBytes(Body(id)), Sign(Body(id)), (_, cancellationToken) => handler(cancellationToken), stopping);

    /// <summary>A delivery whose handler must not be called.</summary>
    public Task<WebhookReceipt> DeliverUnhandledAsync(string body, string? signature) =>
        Inbox.ReceiveAsync(Encoding.UTF8.GetBytes(body), signature, (_, _) => throw new InvalidOperationException("Not called."));

    public Task<WebhookReceipt> DeliverForAsync(string consumer, Func<IServiceProvider, CancellationToken, Task> handler, string id = "evt-1") =>
        Inbox.ReceiveForAsync(consumer, Encoding.UTF8.GetBytes(Body(id)), Sign(Body(id)), (_, services, cancellationToken) =>
            handler(services, cancellationToken));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>A store whose answer is the test's.</summary>
internal sealed class StubStore(
    Func<ProcessedEventKey, Func<CancellationToken, Task>, ProcessedEventOptions, CancellationToken, Task<ProcessedEventResult>> process
) : IProcessedEventStore
{
    public Task<ProcessedEventResult> ProcessAsync(
        ProcessedEventKey key,
        Func<CancellationToken, Task> handler,
        ProcessedEventOptions options,
        CancellationToken cancellationToken = default
    ) => process(key, handler, options, cancellationToken);
}
