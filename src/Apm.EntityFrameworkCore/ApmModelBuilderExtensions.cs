using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apm;

/// <summary>Maps the table of processed webhooks.</summary>
public static class ApmModelBuilderExtensions
{
    /// <summary>Adds the table of claimed and processed webhooks, <c>ApmProcessedEvents</c>. Call it in <c>OnModelCreating</c>, and add a migration.</summary>
    /// <param name="modelBuilder">The model of the context that the handlers use.</param>
    /// <param name="configure">Changes the mapping, such as the table's name or schema; null for none.</param>
    public static ModelBuilder AddApmProcessedEvents(this ModelBuilder modelBuilder, Action<EntityTypeBuilder<ProcessedEvent>>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        return modelBuilder.Entity<ProcessedEvent>(entity =>
        {
            entity.ToTable("ApmProcessedEvents");
            entity.HasKey(row => row.Id);
            entity.Property(row => row.Id).HasMaxLength(64).IsUnicode(false);
            entity.Property(row => row.Owner).HasMaxLength(32).IsUnicode(false);
            entity.Property(row => row.Value).HasMaxLength(200).IsUnicode(false);
            entity.HasIndex(row => row.ExpiresAt);
            configure?.Invoke(entity);
        });
    }
}
