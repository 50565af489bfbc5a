using System.ComponentModel;

namespace Apm;

/// <summary>What a generated reader found in a gateway's answer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentResponse
{
    /// <summary>The gateway's id of the payment; empty where the answer has none.</summary>
    public string Id { get; init; } = "";

    /// <summary>The gateway's status, as it stands; empty where the answer has none.</summary>
    public string Status { get; init; } = "";

    /// <summary>Where the customer is sent; null where the answer has no such member.</summary>
    public string? Redirect { get; init; }

    /// <summary>The link to query the payment; null where the answer has none.</summary>
    public string? Self { get; init; }

    /// <summary>The links and actions that the gateway offers now, in the order of the answer.</summary>
    public IReadOnlyList<PaymentAction> Actions { get; init; } = [];

    /// <summary>The answer's body, as UTF-8.</summary>
    public ReadOnlyMemory<byte> RawJson { get; init; }

    /// <summary>The answer's HTTP status.</summary>
    public int StatusCode { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{nameof(PaymentResponse)} {{ StatusCode = {StatusCode} }}";
}

/// <summary>A link or action that the gateway offers on a payment.</summary>
/// <param name="Name">Such as <c>reverse</c>.</param>
/// <param name="Href">The address, exactly as the gateway gave it.</param>
public readonly record struct PaymentAction(string Name, string Href)
{
    /// <summary>The name; addresses are withheld.</summary>
    public override string ToString() => Name;
}
