using System.Runtime.CompilerServices;

namespace Apm;

/// <summary>The HTTP clients that are known to end in a <see cref="SendOnceHandler"/>: what did not reach it was not sent.</summary>
internal static class GuardedClients
{
    private static readonly ConditionalWeakTable<HttpClient, object> s_clients = new();
    private static readonly object s_mark = new();

    public static void Add(HttpClient client) => s_clients.AddOrUpdate(client, s_mark);

    public static bool Contains(HttpClient client) => s_clients.TryGetValue(client, out _);
}
