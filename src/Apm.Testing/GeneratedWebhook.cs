using System.Reflection;
using System.Text;
using Apm.Specs;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Testing;

/// <summary>The generated type of an API's webhooks.</summary>
internal sealed class GeneratedWebhook
{
    private readonly Type _type;

    public GeneratedWebhook(Type type)
    {
        _type = type;
        Profile = (WebhookProfile)Invoke(nameof(ProfileOf));
    }

    public WebhookProfile Profile { get; }

    /// <summary>Reads the webhooks of one delivery.</summary>
    /// <param name="profile">How the delivery is written.</param>
    /// <param name="body">The body.</param>
    /// <exception cref="System.Text.Json.JsonException">The text is not a webhook.</exception>
    public IReadOnlyList<PaymentEvent> Read(WebhookProfile profile, string body) =>
        [.. EventContent.Split(profile, Encoding.UTF8.GetBytes(body)).Select(item => (PaymentEvent)Invoke(nameof(Parse), profile, item))];

    /// <summary>Delivers a webhook as a shop would receive it.</summary>
    /// <param name="json">The body.</param>
    /// <param name="signature">The value of the signature header; null if there is none.</param>
    /// <param name="mediaType">The media type.</param>
    /// <param name="keys">The secrets of the shop.</param>
    /// <param name="at">The time of the delivery; null for now.</param>
    public Task<WebhookReceipt> ReceiveAsync(string json, string? signature, string mediaType, IReadOnlyList<ExchangeKey> keys, DateTimeOffset? at) =>
        (Task<WebhookReceipt>)Invoke(nameof(ReceiveEventAsync), new WebhookDelivery(Encoding.UTF8.GetBytes(json), signature, mediaType), keys, at);

    private object Invoke(string name, params object?[] arguments)
    {
        var method = typeof(GeneratedWebhook).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(_type);
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
    }

    private static WebhookProfile ProfileOf<TEvent>()
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => TEvent.Profile;

    private static PaymentEvent Parse<TEvent>(WebhookProfile profile, ReadOnlyMemory<byte> json)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => TEvent.Read(profile, json);

    private static async Task<WebhookReceipt> ReceiveEventAsync<TEvent>(
        WebhookDelivery delivery,
        IReadOnlyList<ExchangeKey> keys,
        DateTimeOffset? at)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        var services = new ServiceCollection().AddLogging();
        if (at is { } time)
        {
            services.AddSingleton<TimeProvider>(new RecordedTime(time));
        }

        services.AddApmWebhooks<TEvent>(options =>
        {
            foreach (var key in keys)
            {
                options.Keys[key.Id] = key.Secret;
            }
        });
        await using var provider = services.BuildServiceProvider();
        var processor = provider.GetRequiredService<WebhookProcessor<TEvent>>();
        return await processor.ReceiveAsync(delivery, (_, _) => Task.CompletedTask, CancellationToken.None).ConfigureAwait(false);
    }

    private sealed class RecordedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
