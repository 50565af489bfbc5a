public sealed record Session(bool IsSwedish);

public sealed class Sessions
{
    private readonly Task<Session> _session;

    public Sessions(bool isSwedish) => _session = Task.FromResult(new Session(isSwedish));

    public async Task<object?> PayAsync()
    {
        var task = _session;
        var currency = (await task).IsSwedish ? "SEK" : "ZAR";
        if (!(await task).IsSwedish)
        {
            return null;
        }

        return Request(currency);
    }

    public async Task<object?> PayByFieldAsync()
    {
        var currency = (await _session.ConfigureAwait(false)).IsSwedish ? "SEK" : "ZAR";
        var isSwedish = (await _session.ConfigureAwait(false)).IsSwedish;
        return isSwedish ? Request(currency) : null;
    }

    public object? PayByResult()
    {
        var currency = _session.Result.IsSwedish ? "SEK" : "ZAR";
        return _session.Result.IsSwedish ? Request(currency) : null;
    }

    private static object Request(string currency) => new SwishPaymentRequest
    {
        TransactionReference = "session-1",
        Merchant = new() { Entity = "sessions" },
        Instruction = new()
        {
            Value = new Money(640, currency),
            Narrative = new() { Line1 = "Sessions" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };
}

public static class Program
{
    public static IEnumerable<object?> Pay() => from isSwedish in new[] { true, false }
        let sessions = new Sessions(isSwedish)
        from request in new[] { sessions.PayAsync().Result, sessions.PayByFieldAsync().Result, sessions.PayByResult() }
        select request;
}
