using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Apm.Load;

/// <summary>An instance of the shop.</summary>
internal static class Worker
{
    public static async Task RunAsync(LoadOptions options)
    {
        using var log = new RunLog(options.Folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.ListenLocalhost(options.Port));
        builder.Services.AddApmWebhooks<LoadEvent>(events =>
        {
            events.Keys["1"] = LoadEvent.Secret;
            events.Lease = options.Lease;
        });
        if (options.Store == "redis")
        {
            builder.Services.AddSingleton<IConnectionMultiplexer>(await ConnectionMultiplexer.ConnectAsync(options.Connection));
            builder.Services.AddApmRedisEventStore();
        }
        else
        {
            builder.Services.AddDbContextPool<LoadContext>(database => LoadContext.Use(database, options));
            builder.Services.AddApmEntityFrameworkEventStore<LoadContext>();
        }

        await using var app = builder.Build();
        app.MapApmWebhooks("/events", async (LoadEvent received, IServiceProvider services, CancellationToken cancellationToken) =>
        {
            log.Begin(received.Id);
            if (options.Handler > TimeSpan.Zero)
            {
                await Task.Delay(options.Handler, cancellationToken);
            }

            if (options.Store != "redis")
            {
                var context = services.GetRequiredService<LoadContext>();
                context.Effects.Add(new Effect { EventId = received.Id });
                await context.SaveChangesAsync(cancellationToken);
            }

            log.End(received.Id);
        });
        await app.StartAsync();
        Console.WriteLine("ready");

        // The end of the input is the end of the fleet. Reading it blocks.
        Console.WriteLine(await Health.WatchAsync(Task.Run(Console.In.ReadToEnd)));
    }
}
