namespace Apm;

/// <summary>Options for the webhooks of one gateway.</summary>
public sealed class ApmWebhookOptions
{
    /// <summary>
    /// The secrets of the shop and the gateway, by the id that the gateway gives each of them. There are two while a key is
    /// replaced. The key of an HMAC is the UTF-8 of the text, unless the gateway gives the key as hexadecimal digits or in Base64. For RSA, it
    /// is the gateway's public key in PEM.
    /// </summary>
    [ApmSecret]
    public IDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// How long processed webhooks are remembered. It must be longer than the gateway repeats a delivery, and at most 400 days. Null
    /// for a day longer than the gateway repeats, or for eight days if that time is not known.
    /// </summary>
    public TimeSpan? RememberFor { get; set; }

    /// <summary>
    /// The time until the gateway gets a response. A handler that takes longer continues, but this delivery is not
    /// acknowledged. Null for four fifths of the time that the gateway waits.
    /// </summary>
    public TimeSpan? AnswerWithin { get; set; }

    /// <summary>
    /// The maximum time of a handler. After it, the handler's token is cancelled. If the handler does not end within five more seconds,
    /// it counts as failed even if it continues, and another delivery may be processed, here or in another instance.
    /// </summary>
    public TimeSpan HandleWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long an instance's claim of a webhook lasts without renewal. It is renewed while the handler runs. If an instance
    /// crashes, deliveries of its webhook get the status 503 for this long. The default is 30 seconds.
    /// </summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The time limit of one call of the store of processed webhooks, after which the delivery fails. The default is 5 seconds.</summary>
    public TimeSpan StoreTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The name of this service among the services that share a store; null for the name of the application. Each endpoint of the
    /// service is a consumer of its own, and each consumer receives every webhook. After a change of the name, repeated deliveries
    /// of processed webhooks are processed once more.
    /// </summary>
    public string? Consumer { get; set; }

    /// <summary>The maximum length of a body. A longer body is refused and not read.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>The number of keys. Secrets are withheld.</summary>
    public override string ToString() => $"{nameof(ApmWebhookOptions)} {{ Keys = {Keys.Count} }}";

    internal TimeSpan RememberForOf(WebhookProfile profile) => RememberFor ?? (profile.RepeatedFor ?? TimeSpan.FromDays(7)) + TimeSpan.FromDays(1);

    internal TimeSpan AnswerWithinOf(WebhookProfile profile) => AnswerWithin ?? profile.AcknowledgeWithin * 0.8;

    internal ProcessedEventOptions ForStore(WebhookProfile profile) =>
        new() { Retention = RememberForOf(profile), Lease = Lease, HandleWithin = HandleWithin, StoreTimeout = StoreTimeout };

    internal IEnumerable<string> Failures(WebhookProfile profile)
    {
        if (Keys.Count > 16 || (Keys.Count == 0 && !profile.IsPing))
        {
            yield return $"{nameof(Keys)} must contain one key for each signing secret of the gateway, and at most 16 keys; it contains {Keys.Count}.";
        }

        if (Keys.Any(key =>
                string.IsNullOrWhiteSpace(key.Key) || key.Key.AsSpan().ContainsAnyExceptInRange('!', '~') || key.Key.AsSpan().IndexOfAny(',', '/') >= 0))
        {
            yield return $"An id in {nameof(Keys)} must not be empty, and must not contain blanks, commas or slashes, "
                + "because a signature cannot contain such an id.";
        }

        foreach (var key in Keys.Where(key => string.IsNullOrWhiteSpace(key.Value)))
        {
            yield return $"The secret of the key {SafeText.Code(key.Key)} in {nameof(Keys)} must not be empty.";
        }

        var profiles = profile.Others.Prepend(profile);
        foreach (var key in Keys.Where(key => !string.IsNullOrWhiteSpace(key.Value) && !profiles.Any(known => WebhookKey.IsValid(known, key.Value))))
        {
            yield return $"The secret of the key {SafeText.Code(key.Key)} in {nameof(Keys)} must be {WebhookKey.Hint(profile)}.";
        }

        if (AnswerWithinOf(profile) <= TimeSpan.Zero || AnswerWithinOf(profile) > profile.AcknowledgeWithin)
        {
            yield return $"{nameof(AnswerWithin)} must be longer than zero "
                + $"and at most the {profile.AcknowledgeWithin.TotalSeconds:0} s that the gateway waits.";
        }

        if (HandleWithin < AnswerWithinOf(profile) || HandleWithin > TimeSpan.FromHours(1))
        {
            yield return $"{nameof(HandleWithin)} must be at least {nameof(AnswerWithin)} and at most an hour.";
        }

        if (RememberForOf(profile) < HandleWithin)
        {
            yield return $"{nameof(RememberFor)} must be at least {nameof(HandleWithin)}.";
        }

        if (RememberForOf(profile) > ProcessedEventOptions.MaxRetention)
        {
            yield return $"{nameof(RememberFor)} must be at most {ProcessedEventOptions.MaxRetention.TotalDays:0} days.";
        }

        if (RememberFor <= profile.RepeatedFor)
        {
            yield return $"{nameof(RememberFor)} must be longer than the {profile.RepeatedFor} for which the gateway repeats a webhook.";
        }

        if (Lease < TimeSpan.FromSeconds(1) || Lease > TimeSpan.FromHours(1))
        {
            yield return $"{nameof(Lease)} must be between a second and an hour.";
        }

        if (StoreTimeout <= TimeSpan.Zero || StoreTimeout > TimeSpan.FromMinutes(1))
        {
            yield return $"{nameof(StoreTimeout)} must be longer than zero and at most a minute.";
        }

        if (Consumer is { Length: 0 or > 200 })
        {
            yield return $"{nameof(Consumer)} must have 1 to 200 characters.";
        }

        if (MaxBodyBytes is < 1 or > 16 * 1024 * 1024)
        {
            yield return $"{nameof(MaxBodyBytes)} must be between 1 byte and 16 MiB.";
        }
    }
}
