namespace Apm.Sandbox;

/// <summary>Options for how webhooks are sent, signed and repeated. All have defaults.</summary>
public sealed record SandboxWebhookOptions
{
    /// <summary>The shop's address for webhooks of a server; null for none until <see cref="SandboxWebhooks.SendTo"/> is called.</summary>
    public Uri? Url { get; init; }

    /// <summary>The secrets for signatures, by their ids. Every webhook is signed with all of them, as while a gateway replaces its
    /// key. The default is one random secret.</summary>
    public IReadOnlyDictionary<string, string> Keys { get; init; } = new Dictionary<string, string> { ["1"] = RandomToken.Text(24) };

    /// <summary>The wait between an unacknowledged delivery and the next one. Each wait is twice as long as the previous one. The
    /// default is much shorter than that of a gateway, so that tests are fast.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest wait between deliveries.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The maximum number of deliveries of a webhook.</summary>
    public int MaxAttempts { get; init; } = 12;

    /// <summary>The name of the type. Secrets are withheld.</summary>
    public override string ToString() => nameof(SandboxWebhookOptions);

    internal TimeSpan RetryAfter(int attempts) =>
        TimeSpan.FromTicks((long)Math.Min(MaxRetryDelay.Ticks, FirstRetry.Ticks * Math.Pow(2, attempts - 1)));

    internal static void RequireHttp(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The address for webhooks must be an absolute http or https address.", nameof(url));
        }
    }
}
