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
