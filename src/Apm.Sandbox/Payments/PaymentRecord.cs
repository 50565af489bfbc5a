using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A payment in the store. The lock of the store must be held for every access.</summary>
internal sealed class PaymentRecord
{
    public required string Id { get; init; }

    /// <summary>The last segment of the hosted page's address. It is not the id, which the customer must not learn.</summary>
    public required string PageToken { get; init; }

    public required ApiModel Api { get; init; }

    public required MethodModel Method { get; init; }

    /// <summary>The scheme, host and port at which the shop reached the gateway.</summary>
    public required string Origin { get; init; }

    public required SandboxWebhooks Webhooks { get; init; }

    public required string? Reference { get; init; }

    public required long Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>The shop's addresses to which the customer returns, by the final state of the payment.</summary>
    public required IReadOnlyDictionary<PaymentState, string> Returns { get; init; }

    /// <summary>Whether the payment is captured when the customer agrees. Otherwise it is authorized, and settled later.</summary>
    public required bool IsSale { get; init; }

    /// <summary>The members of the request that the hosted page shows, by path.</summary>
    public required IReadOnlyList<(string Path, string Text)> Shown { get; init; }

    /// <summary>The webhooks that the payment causes when it succeeds, until they are sent.</summary>
    public required IReadOnlyList<MethodEventModel> Events { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The status, with the conditions under which it has its state.</summary>
    public required StatusModel Known { get; set; }

    public string Status => Known.Status;

    public Decision? Decision { get; set; }

    /// <summary>The parameters of the customer's last return, until the shop has sent them; null if there are none.</summary>
    public string? ReturnToken { get; set; }

    /// <summary>Whether the decision takes effect when the shop completes the payment.</summary>
    public bool AwaitsCompletion { get; set; }

    public long Captured { get; set; }

    public long Refunded { get; set; }

    public RefundUnderWay? Refund { get; set; }

    /// <summary>When a sale to which the customer has agreed is captured.</summary>
    public DateTimeOffset? SaleDue { get; set; }

    /// <summary>The refunds and captures, the oldest first.</summary>
    public List<ResultRecord> Results { get; } = [];

    /// <summary>The status before refunds returned all; null unless they did.</summary>
    public StatusModel? StatusBeforeRefunds { get; set; }

    /// <summary>Whether refunds that have succeeded returned all.</summary>
    public bool IsReturned =>
        Refundable == 0
        && Results.Exists(result => result is { Model.Kind: ResultKind.Refund, IsLost: false })
        && Results.TrueForAll(result => result.Model.Kind != ResultKind.Refund || result.IsLost || result.State == ResultState.Succeeded);

    /// <summary>The state of the status. A paid payment of which all is refunded is refunded if the gateway states the amount.</summary>
    public PaymentState State => IsRefunded(Known.State) ? PaymentState.Refunded : Known.State;

    public long Refundable => Captured - Refunded;

    /// <summary>Whether there was no refund, no settlement and no decision of the customer yet.</summary>
    public bool IsUndecided => Decision is null && State == PaymentState.Pending;

    /// <summary>Moves the payment to a state and sends a webhook. A gateway without a status for the state keeps the status.</summary>
    /// <param name="state">The new state.</param>
    /// <param name="amount">The amount of the change.</param>
    public void Become(PaymentState state, long amount)
    {
        Known = Statuses.TryFirst(Api, Method, state) ?? Known;
        Tell(state, amount);
        TellCaused();
    }

    /// <summary>Sets a status and sends a webhook. At the first success, the webhooks of the method follow.</summary>
    /// <param name="status">The gateway's status.</param>
    /// <param name="amount">The amount of the change.</param>
    public void Become(string status, long amount)
    {
        Known = Statuses.Named(Api, Method, status);
        Webhooks.Tell(this, Known with { When = default }, amount);
        TellCaused();
    }

    /// <summary>Sends a webhook about a state, if the gateway has a type for it, and a ping.</summary>
    public void Tell(PaymentState state, long amount) => Webhooks.Tell(this, Statuses.TryFirstType(Api, Method, state), amount);

    private bool IsRefunded(PaymentState state) =>
        state == PaymentState.Paid && Api.Response.Refunded is not null && Refunded > 0 && Refunded >= (Api.Response.Captured is null ? Amount : Captured);

    private void TellCaused()
    {
        if (State is not (PaymentState.Authorized or PaymentState.Paid))
        {
            return;
        }

        var caused = Events;
        Events = [];
        foreach (var one in caused)
        {
            Webhooks.Tell(this, one);
        }
    }
}

/// <param name="Since">When the gateway accepted the refund.</param>
/// <param name="StatusBefore">The status of the payment after a refund that is not complete.</param>
/// <param name="Amount">The amount of the refund.</param>
internal sealed record RefundUnderWay(DateTimeOffset Since, StatusModel StatusBefore, long Amount);
