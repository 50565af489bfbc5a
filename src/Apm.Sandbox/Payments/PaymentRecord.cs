using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A payment as the gateway keeps it. Every access is under the lock of its store.</summary>
internal sealed class PaymentRecord
{
    public required string Id { get; init; }

    /// <summary>The last segment of the hosted page's address: whoever pays must not learn the id.</summary>
    public required string PageToken { get; init; }

    public required ApiModel Api { get; init; }

    public required MethodModel Method { get; init; }

    /// <summary>Under which the shop addressed the gateway.</summary>
    public required string Origin { get; init; }

    public required SandboxWebhooks Webhooks { get; init; }

    public required string? Reference { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>Where the merchant wants the customer, by how the payment ended.</summary>
    public required IReadOnlyDictionary<PaymentState, string> Returns { get; init; }

    /// <summary>Paid when the customer agrees; otherwise authorized, and settled later.</summary>
    public required bool IsSale { get; init; }

    /// <summary>What the hosted page shows of the request, by path.</summary>
    public required IReadOnlyList<(string Path, string Text)> Shown { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Status { get; set; }

    public Decision? Decision { get; set; }

    public long Captured { get; set; }

    public long Refunded { get; set; }

    public RefundUnderWay? Refund { get; set; }

    /// <summary>When the money of a sale is taken to which the customer has agreed.</summary>
    public DateTimeOffset? SaleDue { get; set; }

    public PaymentState State => Api.StateOf(Status);

    public long Refundable => Captured - Refunded;

    /// <summary>Neither refund, settlement nor the customer's decision came yet.</summary>
    public bool IsUndecided => Decision is null && State == PaymentState.Pending;

    /// <summary>Takes a status, and tells the shop.</summary>
    /// <param name="status">The gateway's own word.</param>
    /// <param name="amount">How much it is about.</param>
    public void Become(string status, long amount)
    {
        Status = status;
        Webhooks.Tell(this, status, amount);
    }
}

/// <param name="Since">When the gateway took the refund.</param>
/// <param name="StatusBefore">What the payment goes back to unless all of it was refunded.</param>
/// <param name="Amount">What is on its way back.</param>
internal sealed record RefundUnderWay(DateTimeOffset Since, string StatusBefore, long Amount);
