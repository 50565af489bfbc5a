using Microsoft.Extensions.Caching.Distributed;

namespace Apm;

/// <summary>
/// Which events are handled, and which are being handled, in a cache that all instances of a shop share. The cache can
/// neither compare and set nor lock: a claim is written and read back, which keeps two instances apart unless both
/// write and read in turn within one round trip.
/// </summary>
internal sealed class EventMemory(IDistributedCache cache)
{
    private static readonly byte[] s_handled = [1];

    /// <returns>The claim, or null with what stands against it.</returns>
    public async Task<(byte[]? Claim, EventReceipt Otherwise)> ClaimAsync(string key, TimeSpan duration)
    {
        if (await cache.GetAsync(key).ConfigureAwait(false) is { } known)
        {
            return (null, Otherwise(known));
        }

        var claim = Guid.NewGuid().ToByteArray();
        await cache.SetAsync(key, claim, new() { AbsoluteExpirationRelativeToNow = duration }).ConfigureAwait(false);
        var now = await cache.GetAsync(key).ConfigureAwait(false);
        return now is null || now.AsSpan().SequenceEqual(claim) ? (claim, default) : (null, Otherwise(now));
    }

    public Task RememberAsync(string key, TimeSpan duration) =>
        cache.SetAsync(key, s_handled, new() { AbsoluteExpirationRelativeToNow = duration });

    /// <summary>Gives a claim up, unless it ran out and another has it.</summary>
    public async Task ReleaseAsync(string key, byte[] claim)
    {
        if (await cache.GetAsync(key).ConfigureAwait(false) is { } now && now.AsSpan().SequenceEqual(claim))
        {
            await cache.RemoveAsync(key).ConfigureAwait(false);
        }
    }

    private static EventReceipt Otherwise(byte[] known) => known.AsSpan().SequenceEqual(s_handled) ? EventReceipt.Repeated : EventReceipt.Unfinished;
}
