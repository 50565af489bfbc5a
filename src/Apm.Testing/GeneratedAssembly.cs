using System.Reflection;
using System.Text;
using Apm.Specs;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Testing;

/// <summary>The generated types of an assembly, found by the id of their spec.</summary>
internal sealed class GeneratedAssembly(Assembly assembly)
{
    private readonly Type[] _types = assembly.GetTypes();

    public string Name => assembly.GetName().Name ?? "";

    /// <summary>The types of a method; null if the assembly has none.</summary>
    public GeneratedMethod? Method(string spec)
    {
        var payment = Array.Find(_types, type => type.IsAssignableTo(typeof(Payment)) && type.GetCustomAttribute<ApmMethodAttribute>()?.Spec == spec);
        return payment is null ? null : new GeneratedMethod(_types, payment);
    }

    /// <summary>The type of an API's webhooks; null if the assembly has none.</summary>
    public Type? Event(string api) => Array.Find(_types, type => type.IsAssignableTo(typeof(PaymentEvent)) && !type.IsAbstract && Profile(type)?.Api == api);

    public static PaymentEvent ReadEvent(Type type, string json) =>
        (PaymentEvent)Invoke(nameof(Parse), type, Encoding.UTF8.GetBytes(json))!;

    /// <summary>Delivers a signed webhook as a shop would receive it.</summary>
    /// <param name="type">The type of the webhook.</param>
    /// <param name="message">The webhook, with the keys of its signature.</param>
    public static Task<WebhookReceipt> ReceiveAsync(Type type, ExchangeMessage message) =>
        (Task<WebhookReceipt>)Invoke(nameof(ReceiveEventAsync), type, message)!;

    private static WebhookProfile? Profile(Type type) => (WebhookProfile?)Invoke(nameof(ProfileOf), type);

    private static object? Invoke(string name, Type type, params object[] arguments)
    {
        var method = typeof(GeneratedAssembly).GetMethod(name, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(type);
        return method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static WebhookProfile ProfileOf<TEvent>()
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => TEvent.Profile;

    private static PaymentEvent Parse<TEvent>(byte[] json)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent> => TEvent.Parse(json);

    private static async Task<WebhookReceipt> ReceiveEventAsync<TEvent>(ExchangeMessage message)
        where TEvent : PaymentEvent, IPaymentEvent<TEvent>
    {
        var services = new ServiceCollection().AddLogging();
        services.AddApmWebhooks<TEvent>(options =>
        {
            foreach (var key in message.Keys)
            {
                options.Keys[key.Id] = key.Secret;
            }
        });
        await using var provider = services.BuildServiceProvider();
        var processor = provider.GetRequiredService<WebhookProcessor<TEvent>>();
        var body = Encoding.UTF8.GetBytes(message.Body!.Text);
        return await processor.ReceiveAsync(body, message.Header(TEvent.Profile.SignatureHeader), (_, _) => Task.CompletedTask).ConfigureAwait(false);
    }
}
