using System.Reflection;

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
    /// <param name="spec">The id of the API, or of a method of it.</param>
    public GeneratedWebhook? Webhook(string spec) => _types
        .Where(type => type.IsAssignableTo(typeof(PaymentEvent)) && !type.IsAbstract)
        .Select(type => new GeneratedWebhook(type))
        .FirstOrDefault(webhook => webhook.Profile.Api is var api && (api == spec || spec.StartsWith(api + "/", StringComparison.Ordinal)));
}
