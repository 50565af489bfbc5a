namespace Apm;

/// <summary>The idempotency key of a call, and where and when the request with the key was sent first.</summary>
internal sealed class KeyedSend(string key)
{
    public string Key { get; } = key;

    /// <summary>Null until the first send begins.</summary>
    public DateTimeOffset? FirstSentAt { get; set; }

    /// <summary>The scheme, host and port of the first send.</summary>
    public string? Origin { get; set; }

    /// <summary>Whether an earlier request with the key may have been carried out, so that a refusal of this one states nothing about it.</summary>
    public bool IsRepeated { get; init; }

    public KeyedSend Repeated() => new(Key) { FirstSentAt = FirstSentAt, Origin = Origin, IsRepeated = true };
}
