using Microsoft.EntityFrameworkCore;

namespace Apm.EntityFrameworkCore.Tests;

/// <summary>The database of a shop, where each event books one effect.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Effect> Effects => Set<Effect>();

    public DbSet<Stock> Stock => Set<Stock>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddApmProcessedEvents(rows => rows.HasQueryFilter(row => row.Api == "none"));
        modelBuilder.Entity<Stock>().Property(stock => stock.Id).ValueGeneratedNever();
    }
}

public sealed class Effect
{
    public int Id { get; set; }

    public required string EventId { get; set; }
}

public sealed class Stock
{
    public int Id { get; set; }

    public int Sold { get; set; }
}
