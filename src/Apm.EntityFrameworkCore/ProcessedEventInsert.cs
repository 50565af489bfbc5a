using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Apm;

/// <summary>
/// The insert of a claim. It does not use <c>SaveChanges</c>, which would log an error for each webhook that two instances receive
/// at the same time.
/// </summary>
/// <remarks>
/// The values use the mapping of each property, like the values of a query: a converter or a column type in the shop's model
/// applies to both.
/// </remarks>
internal static class ProcessedEventInsert
{
    // In the order of the values.
    private static readonly string[] s_properties =
    [
        nameof(ProcessedEvent.Id), nameof(ProcessedEvent.Consumer), nameof(ProcessedEvent.Api),
        nameof(ProcessedEvent.EventId), nameof(ProcessedEvent.Owner), nameof(ProcessedEvent.ExpiresAt),
    ];

    /// <returns>False if a row with this id exists.</returns>
    public static async Task<bool> TryAsync(DbContext context, ProcessedEvent row, CancellationToken cancellationToken)
    {
        // The providers whose databases can ignore an existing row. Others throw.
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
            // If no row exists, the exception was not a conflict.
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

    // Braces are placeholders of parameters.
    private static string Escape(string name) => name.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
