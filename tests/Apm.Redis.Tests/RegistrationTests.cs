using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;

namespace Apm.Redis.Tests;

/// <summary>What needs no server.</summary>
public class RegistrationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_store_is_registered_before_or_after_the_inbox(bool before)
    {
        var services = new ServiceCollection().AddSingleton(Connection());
        if (before)
        {
            services.AddApmRedisEventStore();
        }

        services.AddApmWebhooks<AcmeEvent>(events => events.Keys["1"] = "secret");
        if (!before)
        {
            services.AddApmRedisEventStore();
        }

        await using var provider = services.BuildServiceProvider();
        Assert.IsType<RedisProcessedEventStore>(provider.GetRequiredService<IProcessedEventStore>());
    }

    [Fact]
    public async Task A_shop_chooses_its_connection()
    {
        var connection = Connection();
        await using var provider = new ServiceCollection()
            .AddKeyedSingleton("events", connection)
            .AddApmRedisEventStore(redis => redis.Connection = services => services.GetRequiredKeyedService<IConnectionMultiplexer>("events"))
            .BuildServiceProvider();

        Assert.IsType<RedisProcessedEventStore>(provider.GetRequiredService<IProcessedEventStore>());
    }

    private static IConnectionMultiplexer Connection() => DispatchProxy.Create<IConnectionMultiplexer, Unconnected>();

    private class Unconnected : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new NotSupportedException();
    }

    private sealed class AcmeEvent(EventContent content) : PaymentEvent(content), IPaymentEvent<AcmeEvent>
    {
        public static WebhookProfile Profile { get; } = new()
        {
            Api = "acme/1",
            Id = "id",
            Type = "type",
            SignatureHeader = "Signature",
            SignatureForm = WebhookSignatureForm.Single,
            SignatureAlgorithm = WebhookSignatureAlgorithm.HmacSha256,
            SignatureEncoding = WebhookSignatureEncoding.Hex,
            AcknowledgeStatus = 200,
            AcknowledgeWithin = TimeSpan.FromSeconds(10),
        };

        public override PaymentState State => PaymentState.Unknown;

        public static AcmeEvent Parse(ReadOnlyMemory<byte> utf8Json) => new(EventContent.Read(Profile, utf8Json));
    }
}
