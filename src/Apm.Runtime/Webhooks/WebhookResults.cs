using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>The webhooks about refunds, or about captures. Generated types create it.</summary>
/// <typeparam name="TState">The state of a refund or of a capture.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookResults<TState>
    where TState : struct, Enum
{
    /// <summary>The path of the id; null if the webhook contains the object.</summary>
    public string? Id { get; init; }

    /// <summary>The path of the object; null if the types give the state.</summary>
    public string? At { get; init; }

    /// <summary>The types. Those with conditions precede those without.</summary>
    public required IReadOnlyList<WebhookResultType<TState>> Types { get; init; }

    internal TState? StateOf(string type, JsonElement root)
    {
        foreach (var candidate in Types)
        {
            if (candidate.Is(type, root))
            {
                return candidate.State;
            }
        }

        return null;
    }
}

/// <summary>A type of webhook about a refund or a capture.</summary>
/// <param name="type">The type.</param>
/// <param name="state">The state.</param>
/// <param name="when">All of them must hold.</param>
/// <typeparam name="TState">The state of a refund or of a capture.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookResultType<TState>(string type, TState state, params MemberCondition[] when)
    where TState : struct, Enum
{
    internal TState State => state;

    internal bool Is(string other, JsonElement root) => type == other && Array.TrueForAll(when, condition => condition.Holds(root));
}
