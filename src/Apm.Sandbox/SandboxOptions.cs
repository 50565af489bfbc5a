namespace Apm.Sandbox;

/// <summary>Options of a sandbox. All have defaults.</summary>
public sealed record SandboxOptions
{
    /// <summary>Texts of <c>*.api.yaml</c> and <c>*.apm.yaml</c> files, each with its name in diagnostics. They replace <see cref="SpecFolder"/>.</summary>
    public IReadOnlyList<(string File, string Text)>? Specs { get; init; }

    /// <summary>
    /// A folder with spec files at any depth, in addition to the specs that come with the sandbox; null for those alone. If the current
    /// folder does not contain it, it is searched for in the folder of the program and in the folders above it, so that tests find the
    /// folder of their project.
    /// </summary>
    public string? SpecFolder { get; init; }

    /// <summary>The credentials of shops. They are random by default.</summary>
    public SandboxCredentials Credentials { get; init; } = new();

    /// <summary>The clock of delays, sales and refunds.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The duration of a refund; null, the default, until the payment was queried once.</summary>
    public TimeSpan? RefundsTake { get; init; }

    /// <summary>How long a sale stays authorized after the customer has agreed, like a direct debit, so that it can be cancelled;
    /// null, the default, for no such time. The sale is captured, and its webhook sent, at the next query after that time.</summary>
    public TimeSpan? SalesTake { get; init; }

    /// <summary>How long a token of OAuth 2 is valid.</summary>
    public TimeSpan TokensLive { get; init; } = TimeSpan.FromHours(1);

    /// <summary>When a sale is captured to which the customer agrees now; null for at once.</summary>
    internal DateTimeOffset? SaleDue => SalesTake is { } takes ? TimeProvider.GetUtcNow() + takes : null;

    /// <summary>How webhooks are sent, signed and repeated.</summary>
    public SandboxWebhookOptions Webhooks { get; init; } = new();

    /// <summary>The maximum length of a request body. A longer body is refused with status 413.</summary>
    public int MaxBodyBytes { get; init; } = 64 * 1024;

    /// <summary>The http address on which a server listens, such as <c>http://127.0.0.1:5080</c>; null for a free port of the loopback address.</summary>
    public Uri? Url { get; init; }

    /// <summary>Whether a server may listen on an address that other machines can reach.</summary>
    public bool AllowRemote { get; init; }

    /// <summary>The name of the type. Secrets are withheld.</summary>
    public override string ToString() => nameof(SandboxOptions);
}
