using System.ComponentModel;

namespace Apm;

/// <summary>A type of webhook that the gateway sends without a type. It is recognized by its members.</summary>
/// <param name="type">The type.</param>
/// <param name="conditions">All of them must hold.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InferredWebhookType(string type, params MemberCondition[] conditions)
{
    internal string Type => type;

    internal IReadOnlyList<MemberCondition> Conditions => conditions;
}

/// <summary>A condition for a member of a webhook: it is present, or has one of several values.</summary>
/// <param name="path">The path of the member.</param>
/// <param name="values">The texts of which it has one; none if it must only be present.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookTypeCondition(string path, params string[] values)
    : MemberCondition(path, values is { Length: > 0 } ? MemberTest.OneOf : MemberTest.Present, values);
