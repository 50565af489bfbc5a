using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Apm;

/// <summary>The rows of claimed and processed webhooks.</summary>
internal static class ProcessedEventRows
{
    public static string Id(ProcessedEventKey key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())));

    public static ProcessedEvent Claimed(ProcessedEventKey key, string owner, DateTime expiresAt) => new()
    {
        Id = Id(key),
        Consumer = Readable(key.Consumer),
        Api = Readable(key.Api),
        EventId = Readable(key.EventId),
        Owner = owner,
        ExpiresAt = expiresAt,
    };

    /// <summary>The key of the row with the value that was handled last for a payment.</summary>
    public static ProcessedEventKey ValueOf(ProcessedEventKey key) => new(key.Consumer, key.Api, "value:" + key.EventId);

    /// <summary>Replaces the value of a payment, and releases the claim.</summary>
    /// <returns>False if the run does not hold the claim.</returns>
    public static async Task<bool> ReplaceAsync(
        DbContext context,
        ProcessedEventKey key,
        string owner,
        string value,
        (DateTime Now, TimeSpan Retention) time,
        CancellationToken cancellationToken)
    {
        if (await Held(context, Id(key), owner).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) != 1)
        {
            return false;
        }

        var row = Claimed(ValueOf(key), owner, time.Now + time.Retention);
        if (await UpdateAsync().ConfigureAwait(false) == 0)
        {
            await ProcessedEventInsert.TryAsync(context, row, cancellationToken).ConfigureAwait(false);
            return await UpdateAsync().ConfigureAwait(false) == 1;
        }

        return true;

        Task<int> UpdateAsync() => Of(context, row.Id).ExecuteUpdateAsync(
            known => known
                .SetProperty(other => other.Owner, owner)
                .SetProperty(other => other.ExpiresAt, row.ExpiresAt)
                .SetProperty(other => other.CompletedAt, time.Now)
                .SetProperty(other => other.Value, value),
            cancellationToken);
    }

    /// <summary>The row of a webhook. A query filter that the shop applies to all tables does not hide it.</summary>
    public static IQueryable<ProcessedEvent> Of(DbContext context, string id) =>
        context.Set<ProcessedEvent>().IgnoreQueryFilters().Where(row => row.Id == id);

    /// <summary>The row, if the run still holds the claim.</summary>
    public static IQueryable<ProcessedEvent> Held(DbContext context, string id, string owner) =>
        Of(context, id).Where(row => row.Owner == owner && row.CompletedAt == null);

    public static IQueryable<ProcessedEvent> RunOut(DbContext context, DateTime before) =>
        context.Set<ProcessedEvent>().IgnoreQueryFilters().Where(row => row.ExpiresAt < before);

    public static async Task<ProcessedEventClaim> ClaimAsync(DbContext context, ProcessedEvent claim, DateTime now, CancellationToken cancellationToken)
    {
        // Reading alone finds a duplicate, and waits for no writer.
        var known = await FindAsync(context, claim.Id, cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            if (await ProcessedEventInsert.TryAsync(context, claim, cancellationToken).ConfigureAwait(false))
            {
                return ProcessedEventClaim.Claimed;
            }

            known = await FindAsync(context, claim.Id, cancellationToken).ConfigureAwait(false);
        }

        if (known is null)
        {
            return ProcessedEventClaim.InProgress;
        }

        if (known.Owner == claim.Owner)
        {
            // The claim was committed and its reply was lost.
            return ProcessedEventClaim.Claimed;
        }

        if (known.ExpiresAt > now)
        {
            return known.CompletedAt is null ? ProcessedEventClaim.InProgress : ProcessedEventClaim.AlreadyHandled;
        }

        // Until this update, the owner may renew the claim, or another run may take it.
        var taken = await Of(context, claim.Id)
            .Where(row => row.Owner == known.Owner && row.ExpiresAt <= now)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(other => other.Owner, claim.Owner)
                    .SetProperty(other => other.ExpiresAt, claim.ExpiresAt)
                    .SetProperty(other => other.CompletedAt, (DateTime?)null),
                cancellationToken)
            .ConfigureAwait(false);
        return taken == 1 ? ProcessedEventClaim.Claimed : ProcessedEventClaim.InProgress;
    }

    private static Task<ProcessedEvent?> FindAsync(DbContext context, string id, CancellationToken cancellationToken) =>
        Of(context, id).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    // Databases reject some control characters.
    private static string Readable(string part) => string.Concat(part.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
