namespace Apm;

/// <summary>A call with an idempotency key whose outcome is not known.</summary>
internal sealed class RepeatableCall(ApiProfile profile, ApmCall call)
{
    // A limit of this client and not a fact of the gateway: no source states how long the gateway knows a key.
    private static readonly TimeSpan s_livesAtLeast = TimeSpan.FromMinutes(5);

    public ApiProfile Profile => profile;

    public ApmCall Call => call;

    /// <summary>A function from the response to what the call results in.</summary>
    public Delegate? Read { get; set; }

    public DateTimeOffset Before => (call.Keyed!.FirstSentAt ?? DateTimeOffset.MinValue) + (profile.IdempotencyKey!.Lives ?? s_livesAtLeast);
}
