using System.Runtime.CompilerServices;

namespace Apm;

/// <summary>The HTTP clients whose chain of handlers was guarded.</summary>
internal static class SendOnceClients
{
    private static readonly ConditionalWeakTable<HttpClient, object> s_clients = new();
    private static readonly object s_mark = new();

    public static void Add(HttpClient client) => s_clients.AddOrUpdate(client, s_mark);

    /// <exception cref="ArgumentException">The client is not guarded.</exception>
    public static void ThrowIfUnguarded(HttpClient client)
    {
        if (!s_clients.TryGetValue(client, out _))
        {
            throw new ArgumentException(
                "This HttpClient is not guarded: a handler could send a payment twice. Give the payment client its options alone, "
                + $"or an HttpClient from {nameof(ApmHttpHandler)}.{nameof(ApmHttpHandler.CreateClient)}(…), which takes handlers of your own; with dependency injection, register the payment client with its Add…Client method.",
                nameof(client));
        }
    }
}
