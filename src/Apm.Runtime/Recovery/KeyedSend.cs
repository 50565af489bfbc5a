namespace Apm;

/// <summary>The idempotency key of a call, and where and when the request with the key was sent first.</summary>
internal sealed class KeyedSend(string key)
{
    private ClientSettingsSource? _source;
    private ClientSettings? _settings;

    public string Key { get; } = key;

    /// <summary>Null until the first send begins.</summary>
    public DateTimeOffset? FirstSentAt { get; set; }

    /// <summary>The scheme, host and port of the first send.</summary>
    public string? Origin { get; private set; }

    /// <summary>Whether an earlier request with the key may have been carried out, so that a refusal of this one states nothing about it.</summary>
    public bool IsRepeated { get; init; }

    public KeyedSend Repeated() => new(Key) { FirstSentAt = FirstSentAt, Origin = Origin, _source = _source, _settings = _settings, IsRepeated = true };

    public void Begin(string origin, ClientSettingsSource source, ClientSettings settings) => (Origin, _source, _settings) = (origin, source, settings);

    /// <summary>
    /// Whether the request is sent for the account of the first one. A gateway knows a key for one account only. The credentials of one
    /// client may change.
    /// </summary>
    public bool IsOfSameAccount(ClientSettingsSource source, ClientSettings settings) =>
        ReferenceEquals(source, _source) || settings.HasSameCredentials(_settings!);
}
