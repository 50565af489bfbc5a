using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Apm;

/// <summary>The endpoints that receive the webhooks of one processor. Each has a name of its own, by which the store tells them apart.</summary>
internal sealed class WebhookConsumers
{
    private static readonly ConditionalWeakTable<object, WebhookConsumers> s_all = [];

    private readonly ConcurrentDictionary<string, object> _endpoints = new(StringComparer.Ordinal);

    public static WebhookConsumers Of(object processor) => s_all.GetOrCreateValue(processor);

    /// <summary>The name that <c>WithName</c> gave the endpoint, or its pattern.</summary>
    public static string NameOf(IEnumerable<object> metadata, RoutePattern? pattern) =>
        metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName ?? pattern?.RawText ?? "";

    /// <summary>Gives a name to an endpoint, which may be built several times.</summary>
    /// <returns>The error if another endpoint has the name; else null.</returns>
    public string? Claim(string name, object endpoint) => _endpoints.GetOrAdd(name, endpoint) == endpoint
        ? null
        : $"Two webhook endpoints have the name '{name}', so each webhook would reach only one of them. This one does not accept webhooks. "
            + "The name is the pattern of the endpoint, without its host and without the path of a branch. "
            + "Give each endpoint a name of its own: MapApmWebhooks(…).WithName(\"…\").";
}
