using System.Reflection;
using System.Text;

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
}
