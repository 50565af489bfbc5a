using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>The state of a status, or of a type of webhook, under conditions.</summary>
/// <param name="text">The status or the type.</param>
/// <param name="state">The state.</param>
/// <param name="when">All of them must hold.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConditionalState(string text, PaymentState state, params MemberCondition[] when)
{
    /// <summary>The first state of the text whose conditions hold; null if there is none.</summary>
    internal static PaymentState? Of(ConditionalState[] states, string text, Func<JsonElement> root)
    {
        foreach (var candidate in states)
        {
            if (candidate.Is(text, root))
            {
                return candidate.State;
            }
        }

        return null;
    }

    private PaymentState State => state;

    private bool Is(string other, Func<JsonElement> root) => text == other && Array.TrueForAll(when, condition => condition.Holds(root()));
}
