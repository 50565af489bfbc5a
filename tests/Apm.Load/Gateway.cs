namespace Apm.Load;

/// <summary>Tells several instances of each event at the same moment, and again until it is acknowledged.</summary>
internal sealed class Gateway(LoadOptions options, Fleet fleet) : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private int _deliveries;
    private int _unavailable;
    private int _failed;
    private int _unreachable;

    public string Counts => $"{_deliveries} deliveries, of which {_unavailable} were answered 503, {_failed} failed and {_unreachable} reached nobody";

    public Task TellAllAsync(IEnumerable<string> ids) =>
        Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = options.AtOnce }, async (id, _) => await TellAsync(id));

    public void Dispose() => _http.Dispose();

    private async Task TellAsync(string id)
    {
        var first = Random.Shared.GetItems(fleet.Instances.ToArray(), options.Deliveries * 4).Distinct().Take(options.Deliveries);
        if ((await Task.WhenAll(first.Select(instance => DeliverAsync(instance, id)))).Contains(true))
        {
            return;
        }

        var pause = 50;
        do
        {
            await Task.Delay(pause);
            pause = Math.Min(pause * 2, 2000);
        }
        while (!await DeliverAsync(fleet.Instances[Random.Shared.Next(fleet.Instances.Count)], id));
    }

    private async Task<bool> DeliverAsync(Instance instance, string id)
    {
        var status = await instance.DeliverAsync(_http, id);
        Interlocked.Increment(ref _deliveries);
        switch (status)
        {
            case 200:
                return true;
            case 503:
                Interlocked.Increment(ref _unavailable);
                return false;
            case 0:
                Interlocked.Increment(ref _unreachable);
                return false;
            default:
                Interlocked.Increment(ref _failed);
                return false;
        }
    }
}
