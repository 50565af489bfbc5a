using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Apm.Faults.Load;

/// <summary>What arrived of each call at the gateway, and what its caller was told.</summary>
internal sealed partial class Ledger
{
    // One byte for each call, and all of them at once: it must not look like memory that grows.
    private readonly byte[] _arrived = new byte[20_000_000];
    private readonly CallerWord[] _told = new CallerWord[20_000_000];
    private readonly ConcurrentQueue<string> _problems = new();
    private int _calls;

    private enum CallerWord : byte
    {
        Nothing,
        Success,
        Refused,
        Unsent,
        Unknown,
    }

    public int Calls => _calls;

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"call-{number}-");

    /// <summary>Notes a request that arrived whole. What a redirect makes of one has no body, and is none of a call.</summary>
    public void Arrived(string body)
    {
        if (Number().Match(body) is { Success: true } match)
        {
            _arrived[int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)]++;
        }
    }

    /// <summary>Makes a call and notes what its caller was told.</summary>
    /// <returns>The payment; null where there is none.</returns>
    public async Task<PaypalPayment?> CallAsync(Func<int, Task<PaypalPayment>> call)
    {
        var number = Interlocked.Increment(ref _calls);
        try
        {
            var payment = await call(number);
            _told[number] = CallerWord.Success;
            return payment;
        }
        catch (ApmUnreachableException)
        {
            _told[number] = CallerWord.Unsent;
        }
        catch (ApmOutcomeUnknownException)
        {
            _told[number] = CallerWord.Unknown;
        }
        catch (ApmGatewayException)
        {
            _told[number] = CallerWord.Refused;
        }
        catch (Exception other)
        {
            _problems.Enqueue($"call {number} failed with an exception that is none of ours: {other}");
        }

        return null;
    }

    /// <returns>Whether every call kept its promise.</returns>
    public bool Print()
    {
        for (var number = 1; number <= _calls; number++)
        {
            if (Problem(_told[number], _arrived[number]) is { } problem)
            {
                _problems.Enqueue($"call {number}: {problem}");
            }
        }

        foreach (var told in Enumerable.Range(1, _calls).CountBy(number => (Told: _told[number], Arrived: _arrived[number])).OrderBy(told => told.Key))
        {
            Console.WriteLine($"{told.Value,9} told {told.Key.Told}, arrived {told.Key.Arrived} times");
        }

        foreach (var problem in _problems.Take(20))
        {
            Console.WriteLine("FAILED " + problem);
        }

        Console.WriteLine($"{_problems.Count} broken promises");
        return _problems.IsEmpty;
    }

    private static string? Problem(CallerWord told, int arrived) => (told, arrived) switch
    {
        (_, > 1) => $"arrived {arrived} times",
        (CallerWord.Unsent, 1) => "said that nothing was sent, and it arrived",
        (CallerWord.Success or CallerWord.Refused, 0) => $"said {told}, and never arrived",
        _ => null,
    };

    [GeneratedRegex("call-([0-9]+)-")]
    private static partial Regex Number();
}
