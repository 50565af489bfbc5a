using System.Net;

namespace Apm.Faults;

/// <summary>One operation, behind one chain of handlers, at one fault.</summary>
internal sealed record Cell(Chain Chain, Fault Fault, Aftermath Aftermath, Operation Operation)
{
    // For calls that have an end by themselves. A cell that meets it is slow, and not wrong.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_impatience = TimeSpan.FromMilliseconds(150);

    public override string ToString() => $"{Chain} / {Fault} / {Aftermath} / {Operation}";

    /// <summary>Runs it.</summary>
    public async Task<CellResult> RunAsync(CancellationToken cancellationToken)
    {
        await using var elsewhere = new FaultyGateway(Fault.All[0], Aftermath.Again);
        await using var gateway = Fault.Stream is { } stream
            ? new Http2Gateway(stream, Aftermath)
            : (IGateway)new FaultyGateway(Fault, Aftermath, elsewhere.Address);
        using var chain = Chain.Open(gateway.Address, http =>
        {
            http.Timeout = Fault.IsSilent ? s_impatience : s_patience;
            if (Fault.Stream is not null)
            {
                http.DefaultRequestVersion = HttpVersion.Version20;
                http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
            }
        });
        if (Fault.IsWarm)
        {
            try
            {
                using var warm = await chain.Http.GetAsync(new Uri(gateway.Address, "/warm"), cancellationToken);
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // The connection was ended before its answer could be read: it is as cold as any.
            }
        }

        Exception? failure = null;
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            await Operation.RunAsync(chain.Client, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            failure = exception;
        }

        return new CellResult(
            this,
            failure,
            TimeProvider.System.GetElapsedTime(started),
            gateway.Arrived.Count(target => target is "" || target == Operation.Path),
            elsewhere.Arrived.Count,
            elsewhere.SawCredentials);
    }
}

/// <summary>What a cell came to.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Failure">What the caller was told; null for success.</param>
/// <param name="Elapsed">How long the call took.</param>
/// <param name="Arrived">How often the request arrived whole at the gateway.</param>
/// <param name="ArrivedElsewhere">How many requests another origin heard.</param>
/// <param name="CredentialsLeaked">Whether it heard credentials.</param>
internal sealed record CellResult(Cell Cell, Exception? Failure, TimeSpan Elapsed, int Arrived, int ArrivedElsewhere, bool CredentialsLeaked)
{
    /// <summary>What the caller was told, in a word.</summary>
    public string Told => Failure switch
    {
        null => "success",
        ApmException => Failure.GetType().Name,
        OperationCanceledException => "cancelled",
        _ => Failure.GetType().Name,
    };

    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Problem => Cell.Operation.ChangesState ? ProblemOfChange : ProblemOfQuery;

    private string InWords => string.Join(" <- ", Causes(Failure).Select(cause => $"{cause.GetType().Name} {cause.Message}"));

    private bool SaysUnsent => Failure is OperationCanceledException or ApmException { MoneyMayHaveMoved: false } and not ApmGatewayException;

    private string? ProblemOfChange
    {
        get
        {
            if (Cell.Chain.IsPromised && Arrived > 1)
            {
                return $"arrived {Arrived} times";
            }

            if (SaysUnsent && Arrived > 0)
            {
                return $"said that nothing was sent, and it arrived {Arrived} times";
            }

            if (Cell.Chain.IsPromised && (ArrivedElsewhere > 0 || CredentialsLeaked))
            {
                return "another origin heard of it";
            }

            if (Failure is null && Arrived == 0)
            {
                return "said to have succeeded, and never arrived";
            }

            if (Failure is ApmGatewayException { MoneyMayHaveMoved: false } refused && ((int)refused.StatusCode is < 400 or >= 500 || Arrived == 0))
            {
                return "said to be refused by what is no refusal";
            }

            if (Failure is ApmGatewayException { MoneyMayHaveMoved: false } && Arrived > 1 && Cell.Aftermath == Aftermath.Accept)
            {
                return "said to be refused, and a later attempt was accepted";
            }

            return Failure is null or ApmException or OperationCanceledException ? Unhealthy : "failed with an exception that is none of ours: " + InWords;
        }
    }

    private string? ProblemOfQuery =>
        Failure switch
        {
            null or ApmGatewayException { MoneyMayHaveMoved: false } or ApmUnreachableException => CredentialsLeaked && Cell.Chain.IsPromised
                ? "another origin heard credentials"
                : Unhealthy,
            _ => "a query said that money may have moved, or failed with an exception that is none of ours: " + InWords,
        };

    private static IEnumerable<Exception> Causes(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }

    private string? Unhealthy =>
        Failure is not null && Cell.Fault.IsHealthy && (Cell.Chain.IsUsable || !Cell.Operation.ChangesState)
            ? "nothing failed, and the call did: " + InWords
            : null;
}
