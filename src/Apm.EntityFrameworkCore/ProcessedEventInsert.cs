using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Apm;

/// <summary>
/// The insert of a claim. It is no <c>SaveChanges</c>, which would log an error for each webhook that two instances are told
/// at the same time.
/// </summary>
/// <remarks>
/// The values go through the mapping of each property, as those of a query do: a converter or a column type that the shop's model
/// gives to a type holds for both.
/// </remarks>
internal static class ProcessedEventInsert
{
    // In the order of the values.
    private static readonly string[] s_properties =
    [
        nameof(ProcessedEvent.Id), nameof(ProcessedEvent.Consumer), nameof(ProcessedEvent.Api),
        nameof(ProcessedEvent.EventId), nameof(ProcessedEvent.Owner), nameof(ProcessedEvent.ExpiresAt),
    ];

    /// <returns>False if a row with this id is there.</returns>
    public static async Task<bool> TryAsync(DbContext context, ProcessedEvent row, CancellationToken cancellationToken)
    {
        // The providers whose databases can do nothing about a row that is there; others throw.
        var ignoresConflict = context.Database.ProviderName is "Npgsql.EntityFrameworkCore.PostgreSQL" or HandlerTransaction.Sqlite;
        try
        {
            return await context.Database.ExecuteSqlRawAsync(
                Statement(context, ignoresConflict),
                Parameters(context, [row.Id, row.Consumer, row.Api, row.EventId, row.Owner, row.ExpiresAt]),
                cancellationToken).ConfigureAwait(false) == 1;
        }
        catch (DbException) when (!ignoresConflict)
        {
            // Where it was no conflict, there is no row.
            if (await context.Set<ProcessedEvent>().IgnoreQueryFilters().AnyAsync(other => other.Id == row.Id, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            throw;
        }
    }

    private static IEntityType Entity(DbContext context) => context.Model.FindEntityType(typeof(ProcessedEvent))!;

    private static IEnumerable<object> Parameters(DbContext context, object[] values)
    {
        var entity = Entity(context);
        var sql = context.GetService<ISqlGenerationHelper>();
        using var command = context.Database.GetDbConnection().CreateCommand();
        return
        [
            .. s_properties.Select((property, index) => entity.FindProperty(property)!.GetRelationalTypeMapping()
                .CreateParameter(command, sql.GenerateParameterName("p" + index), values[index], nullable: false)),
        ];
    }

    private static string Statement(DbContext context, bool ignoresConflict)
    {
        var entity = Entity(context);
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        var columns = s_properties.Select(property => Escape(sql.DelimitIdentifier(entity.FindProperty(property)!.GetColumnName(table)!)));
        var values = s_properties.Select((_, index) => $"{{{index}}}");
        return $"INSERT INTO {Escape(sql.DelimitIdentifier(table.Name, table.Schema))} ({string.Join(", ", columns)}) "
            + $"VALUES ({string.Join(", ", values)})"
            + (ignoresConflict ? " ON CONFLICT DO NOTHING" : "");
    }

    // Braces are places of parameters.
    private static string Escape(string name) => name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
