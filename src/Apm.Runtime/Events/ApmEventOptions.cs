namespace Apm;

/// <summary>How a shop takes events of one gateway.</summary>
public sealed class ApmEventOptions
{
    /// <summary>
    /// The secrets that the shop shares with the gateway, by the id that the gateway gives each. While keys change there
    /// are two. An HMAC's key is the UTF-8 of the text.
    /// </summary>
    [ApmSecret]
    public IDictionary<string, string> Keys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>For how long the ids of handled events are remembered. Null for a day longer than the gateway repeats, or eight days where that is not known.</summary>
    public TimeSpan? RememberFor { get; set; }

    /// <summary>
    /// How long the gateway is kept waiting at most; a handler that takes longer goes on, but this delivery is not
    /// acknowledged. Null for four fifths of the time that the gateway waits.
    /// </summary>
    public TimeSpan? AnswerWithin { get; set; }

    /// <summary>How long a handler may take at all. Then its token is cancelled, it counts as failed even where it goes on, and another delivery may be handled, here or in another instance.</summary>
    public TimeSpan HandleWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>A longer body is refused before it is looked at.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>How many keys there are. Secrets are withheld.</summary>
    public override string ToString() => $"{nameof(ApmEventOptions)} {{ Keys = {Keys.Count} }}";

    internal TimeSpan RememberForOf(EventProfile profile) => RememberFor ?? (profile.RepeatedFor ?? TimeSpan.FromDays(7)) + TimeSpan.FromDays(1);

    internal TimeSpan AnswerWithinOf(EventProfile profile) => AnswerWithin ?? profile.AcknowledgeWithin * 0.8;

    internal IEnumerable<string> Failures(EventProfile profile)
    {
        if (Keys.Count is 0 or > 16)
        {
            yield return $"{nameof(Keys)} has {Keys.Count} keys: it takes one for each secret that the gateway signs with, at most 16.";
        }

        if (Keys.Any(key => string.IsNullOrWhiteSpace(key.Key) || key.Key.AsSpan().ContainsAnyExceptInRange('!', '~') || key.Key.AsSpan().IndexOfAny(',', '/') >= 0))
        {
            yield return $"An id in {nameof(Keys)} is empty or has blanks, commas or slashes, which no signature can name.";
        }

        foreach (var key in Keys.Where(key => string.IsNullOrWhiteSpace(key.Value)))
        {
            yield return $"The secret of the key {SafeText.Code(key.Key)} in {nameof(Keys)} is empty.";
        }

        if (AnswerWithinOf(profile) <= TimeSpan.Zero || AnswerWithinOf(profile) > profile.AcknowledgeWithin)
        {
            yield return $"{nameof(AnswerWithin)} is not within the {profile.AcknowledgeWithin.TotalSeconds:0} s that the gateway waits.";
        }

        if (HandleWithin < AnswerWithinOf(profile) || HandleWithin > TimeSpan.FromHours(1))
        {
            yield return $"{nameof(HandleWithin)} is shorter than {nameof(AnswerWithin)}, or longer than an hour.";
        }

        if (RememberForOf(profile) < HandleWithin)
        {
            yield return $"{nameof(RememberFor)} is shorter than {nameof(HandleWithin)}.";
        }

        if (MaxBodyBytes is < 1 or > 16 * 1024 * 1024)
        {
            yield return $"{nameof(MaxBodyBytes)} is not between 1 byte and 16 MiB.";
        }
    }
}
