namespace Apm.Sandbox;

/// <summary>Where webhooks go and how they are signed and repeated. Everything has a default.</summary>
public sealed record SandboxWebhookOptions
{
    /// <summary>Where a server sends webhooks; null for nowhere until <see cref="SandboxWebhooks.SendTo"/> is called.</summary>
    public Uri? Url { get; init; }

    /// <summary>The secrets that sign, by the id of each; every webhook is signed with all of them, as while a gateway changes its
    /// key. One random secret where nothing is set.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string> { ["1"] = RandomToken.Text(24) };

    /// <summary>How long after an unacknowledged delivery the next one comes. Each wait is twice as long as the one before. Much
    /// shorter than a gateway's, so that a test need not wait.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>No wait is longer.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After so many deliveries the gateway gives a webhook up.</summary>
    public int MaxAttempts { get; init; } = 12;

    /// <summary>Shows no secret.</summary>
    public override string ToString() => nameof(SandboxWebhookOptions);

    internal TimeSpan RetryAfter(int attempts) =>
        TimeSpan.FromTicks((long)Math.Min(MaxRetryDelay.Ticks, FirstRetry.Ticks * Math.Pow(2, attempts - 1)));

    internal static void RequireHttp(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("Webhooks go to an absolute http or https address.", nameof(url));
        }
    }
}
