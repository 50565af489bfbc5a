using Microsoft.EntityFrameworkCore;

namespace Apm.Load;

/// <summary>The database of the shop: one effect for each event that was handled.</summary>
internal sealed class LoadContext(DbContextOptions<LoadContext> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    public static void Use(DbContextOptionsBuilder builder, LoadOptions options) => _ = options.Store == "postgres"
        ? builder.UseNpgsql(options.Connection, npgsql => npgsql.EnableRetryOnFailure())
        : builder.UseSqlite(options.Connection);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddApmProcessedEvents();
}

internal sealed class Effect
{
    public int Id { get; set; }

    public required string EventId { get; set; }
}
