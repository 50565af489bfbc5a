namespace Apm.Sandbox;

/// <summary>How a sandbox behaves and where it listens. Everything has a default.</summary>
public sealed record SandboxOptions
{
    /// <summary>Texts of <c>*.api.yaml</c> and <c>*.apm.yaml</c> files, each with the name that diagnostics show. Beats <see cref="SpecFolder"/>.</summary>
    public IReadOnlyList<(string File, string Text)>? Specs { get; init; }

    /// <summary>A folder with spec files at any depth, played beside the specs that come with the sandbox; null for those alone.</summary>
    public string? SpecFolder { get; init; }

    /// <summary>What shops authenticate with; random where nothing is set.</summary>
    public SandboxCredentials Credentials { get; init; } = new();

    /// <summary>The clock of delays, sales and refunds.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a refund is under way; null, the default, until the payment was queried once.</summary>
    public TimeSpan? RefundsTake { get; init; }

    /// <summary>How long a sale stays authorized when the customer has agreed, as a direct debit does, so that it can be cancelled;
    /// null, the default, not at all. Its end is noticed, and told by an event, when the shop next asks for the payment.</summary>
    public TimeSpan? SalesTake { get; init; }

    /// <summary>When a sale is taken to which the customer agrees now; null for at once.</summary>
    internal DateTimeOffset? SaleDue => SalesTake is { } takes ? TimeProvider.GetUtcNow() + takes : null;

    /// <summary>Where events go and how they are signed and repeated.</summary>
    public SandboxWebhookOptions Webhooks { get; init; } = new();

    /// <summary>A longer request body is refused with status 413.</summary>
    public int MaxBodyBytes { get; init; } = 64 * 1024;

    /// <summary>Where a server listens, such as <c>http://127.0.0.1:5080</c>; null for a free port of the loopback address. Only http.</summary>
    public Uri? Url { get; init; }

    /// <summary>Lets a server listen where other machines reach it.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>Shows no secret.</summary>
    public override string ToString() => nameof(SandboxOptions);
}
