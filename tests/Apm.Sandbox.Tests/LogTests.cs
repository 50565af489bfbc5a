using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Apm.Sandbox.Tests;

public class LogTests
{
    [Fact]
    public async Task Verbose_logs_name_operations_and_statuses_and_nothing_else()
    {
        var lines = new Lines();
        var options = new SandboxOptions();
        await using var server = await SandboxServer.StartAsync(options, new(options), logging => AddTo(logging, lines, verbose: true), CancellationToken.None);
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        var request = shop.Request("LOGGEDREFERENCE");
        var payment = await shop.PayAsync(request);
        await shop.PayAsync([]);
        await server.Customer.AuthorizeAsync(payment.Redirect);
        await shop.RefundAsync(await shop.QueryAsync(payment.Self));

        Assert.Contains(lines.All, line => line.StartsWith("pay: 201", StringComparison.Ordinal));
        Assert.Contains(lines.All, line => line.StartsWith("pay: 400", StringComparison.Ordinal));
        var token = payment.Redirect[(payment.Redirect.LastIndexOf('/') + 1)..];
        foreach (var secret in new[] { server.Password, server.UserName, payment.Id, token, "LOGGEDREFERENCE", "Basic " })
        {
            Assert.DoesNotContain(lines.All, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task It_is_quiet_unless_asked()
    {
        var lines = new Lines();
        var options = new SandboxOptions();
        await using var server = await SandboxServer.StartAsync(
            options,
            new(options),
            logging => AddTo(logging, lines, verbose: false),
            CancellationToken.None);
        using var shop = new Shop(server.Gateway, server.BaseAddress);
        server.Faults.DropNextResponse(FaultMoment.BeforeDecision);

        await Assert.ThrowsAsync<HttpRequestException>(() => shop.PayAsync());
        await shop.PayAsync();

        Assert.Empty(lines.All);
    }

    private static void AddTo(ILoggingBuilder logging, Lines lines, bool verbose)
    {
        SandboxProgram.Logging(verbose)(logging);
        logging.ClearProviders();
        logging.AddProvider(lines);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _all = [];

        public IReadOnlyCollection<string> All => _all;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _all.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
