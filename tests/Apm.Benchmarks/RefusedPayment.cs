using System.Net;
using Apm.Benchmarks.Peers;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace Apm.Benchmarks;

/// <summary>
/// How long a payment takes that the gateway refuses at once: a retry handler must not delay the outcome. A second attempt would wait
/// two seconds. The circuit breaker never opens.
/// </summary>
[MemoryDiagnoser]
public class RefusedPayment
{
    private ServiceProvider _services = null!;
    private IWorldpayClient _client = null!;

    [Params(HttpStatusCode.BadRequest, HttpStatusCode.ServiceUnavailable)]
    public HttpStatusCode Status { get; set; }

    [Params(false, true)]
    public bool Resilient { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var services = new ServiceCollection();
#pragma warning disable APM1013 // The gateway is in memory.
        var builder = services.AddWorldpayClient(options => (options.UserName, options.Password) = ("merchant", "secret"));
#pragma warning restore APM1013
        builder.ConfigurePrimaryHttpMessageHandler(() => new InMemoryGateway([]) { Status = Status });
        if (Resilient)
        {
            builder.AddStandardResilienceHandler(options => options.CircuitBreaker.MinimumThroughput = int.MaxValue);
        }

        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<IWorldpayClient>();
    }

    [GlobalCleanup]
    public void CleanUp() => _services.Dispose();

    [Benchmark]
    public async Task<bool> Pay()
    {
        try
        {
            await _client.PayAsync(Examples.Generated).ConfigureAwait(false);
            throw new InvalidOperationException("The payment was not refused.");
        }
        catch (ApmException error)
        {
            return error.MoneyMayHaveMoved;
        }
    }
}
