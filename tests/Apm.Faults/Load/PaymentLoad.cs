using System.Diagnostics;
using System.Globalization;

namespace Apm.Faults.Load;

/// <summary>Many customers pay and get a part back for a while, and some of the requests meet a fault.</summary>
internal sealed class PaymentLoad(TimeSpan length, int customers, double share)
{
    // One of each kind: none, the platform's, Polly's, and handlers that send copies.
    private static readonly string[] s_chains =
    [
        "options alone",
        "standard resilience",
        "standard hedging",
        "Polly's retry",
        "injected copies",
        "a primary handler that retries",
    ];

    private readonly Ledger _ledger = new();
    private int _unobserved;

    /// <returns>Whether every promise was kept.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        TaskScheduler.UnobservedTaskException += (_, failure) =>
        {
            Interlocked.Increment(ref _unobserved);
            Console.WriteLine("UNOBSERVED " + failure.Exception);
        };
        await using var gateway = new LoadedGateway(share, _ledger);
        var chains = s_chains
            .Select(name => Chain.All.Single(chain => chain.Name == name).Open(gateway.Address, http => http.Timeout = TimeSpan.FromSeconds(2)))
            .ToList();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(length);
        var paying = Enumerable
            .Range(0, customers)
            .Select(number => Task.Run(() => BuyAsync(chains[number % chains.Count].Client, end.Token), CancellationToken.None))
            .ToList();
        var memory = new MemoryUse();
        var clock = Stopwatch.StartNew();
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(length / 30, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{clock.Elapsed.TotalSeconds, 4:0} s: {_ledger.Calls} calls, {gateway.Faults} faults, {memory.Measure()}"));
        }

        await Task.WhenAll(paying);
        chains.ForEach(chain => chain.Dispose());
        MemoryUse.Collect();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_ledger.Calls} calls in {clock.Elapsed.TotalSeconds:0} s behind {chains.Count} chains, {gateway.Faults} faults"));
        var kept = _ledger.Print();
        Console.WriteLine($"unobserved exceptions: {_unobserved}");
        Console.WriteLine($"memory: {memory}");
        return kept && _unobserved == 0 && !memory.Grows;
    }

    private async Task BuyAsync(WorldpayClient client, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            if (await _ledger.CallAsync(number => client.PayAsync(Operation.Request(Ledger.Reference(number)), CancellationToken.None)) is { } payment)
            {
                var part = Money.FromMajor(1m, "EUR");
                await _ledger.CallAsync(number =>
                    client.PartialRefundAsync(payment, new() { Reference = Ledger.Reference(number), Value = part }, CancellationToken.None));
            }
        }
    }
}
