namespace Apm;

/// <summary>Creates idempotency keys. A shop stores the key with the order before it sends the request.</summary>
public static class ApmIdempotencyKey
{
    /// <summary>A new key: a random UUID.</summary>
    public static string Create() => Guid.NewGuid().ToString("D");
}
