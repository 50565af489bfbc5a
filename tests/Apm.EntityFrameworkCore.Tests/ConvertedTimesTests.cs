using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Apm.EntityFrameworkCore.Tests;

/// <summary>A shop whose model stores every time as a number keeps every promise.</summary>
public sealed class ConvertedTimesTests : SqliteStoreTests
{
    protected override void Use(DbContextOptionsBuilder options)
    {
        base.Use(options);
        options.ReplaceService<IModelCustomizer, NumbersForTimes>();
    }

    protected override void UseRetrying(DbContextOptionsBuilder options)
    {
        base.UseRetrying(options);
        options.ReplaceService<IModelCustomizer, NumbersForTimes>();
    }

    private sealed class NumbersForTimes(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            {
                if (property.ClrType == typeof(DateTime) || property.ClrType == typeof(DateTime?))
                {
                    property.SetProviderClrType(typeof(long));
                }
            }
        }
    }
}
