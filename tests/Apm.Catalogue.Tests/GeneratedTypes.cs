using System.Reflection;
using System.Text.Json.Nodes;
using Apm.Testing;

namespace Apm.Catalogue.Tests;

/// <summary>The types that are generated in this assembly.</summary>
internal static class GeneratedTypes
{
    private static readonly Assembly s_assembly = typeof(GeneratedTypes).Assembly;
    private static readonly GeneratedAssembly s_generated = new(s_assembly);

    /// <summary>The ids of the methods.</summary>
    public static IEnumerable<string> Specs =>
        s_assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(Payment)))
            .Select(type => type.GetCustomAttribute<ApmMethodAttribute>()?.Spec)
            .OfType<string>();

    public static GeneratedMethod Of(string spec) => s_generated.Method(spec)!;

    /// <exception cref="System.Text.Json.JsonException">The request is none of this method.</exception>
    public static IApmValidatable Read(this GeneratedMethod method, JsonNode request) => (IApmValidatable)method.Read(request, method.Request);

    /// <exception cref="System.Text.Json.JsonException">The body is not one of the type.</exception>
    public static object Read(this GeneratedMethod method, JsonNode body, Type type) => method.Read(body.ToJsonString(), type);

    /// <exception cref="System.Text.Json.JsonException">The response is not about a payment.</exception>
    public static Payment ReadPayment(this GeneratedMethod method, JsonNode answer) => method.ReadPayment(answer.ToJsonString());
}
