namespace Apm.Package.Tests;

public class StoreTests(Feed feed)
{
    [Fact]
    public async Task A_shop_handles_an_event_once_with_a_store_of_its_database()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """
            <PackageReference Include="Apm.EntityFrameworkCore" Version="$(Packed)" />
            <PackageReference Include="Apm.Redis" Version="$(Packed)" />
            <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.11" />
            """, "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        shop.Write("Program.cs", """
            using Apm;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.DependencyInjection;

            // The last registration counts.
            await using var services = new ServiceCollection()
                .AddDbContext<ShopContext>(options => options.UseSqlite("Data Source=shop.db"))
                .AddApmRedisEventStore()
                .AddApmEntityFrameworkEventStore<ShopContext>()
                .BuildServiceProvider();
            for (var delivery = 0; delivery < 2; delivery++)
            {
                await using var scope = services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.EnsureCreatedAsync();
                var store = scope.ServiceProvider.GetRequiredService<IProcessedEventStore>();
                Console.WriteLine(await store.ProcessAsync(new("Shop:/events", "acme/1", "evt-1"), _ => Task.CompletedTask, new()));
            }

            class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
            {
                protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddApmProcessedEvents();
            }
            """);

        (await shop.DotNetAsync("run")).Expect(0).Says("Handled").Says("AlreadyHandled").DoesNotSay("NU1");
    }
}
