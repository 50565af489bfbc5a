using Apm.Specs;

namespace Apm.Fuzz.Cost;

/// <summary>What it costs to read and to bind one text, whose API and base are bound already.</summary>
/// <param name="Name">What the text has much of.</param>
/// <param name="Part">The kind of file.</param>
/// <param name="Length">Of the text.</param>
/// <param name="Allocated">In bytes. The same on every machine, so that it can be held by a test.</param>
/// <param name="Elapsed">Of the processor, on this machine.</param>
/// <param name="Diagnostics">How many.</param>
internal sealed record ReadingCost(string Name, string Part, int Length, long Allocated, TimeSpan Elapsed, int Diagnostics)
{
    /// <summary>What no text of 256 KiB may cost.</summary>
    public const long MostAllocated = 200L * 1024 * 1024;

    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <param name="isTimed">The text is read twice: the first time, code is compiled, too.</param>
    public static IEnumerable<ReadingCost> Of(CraftedSpec crafted, bool isTimed = true)
    {
        ParsedSpec? api = null, method = null;
        yield return Measure("api", crafted.Api, text => SpecBinder.BindApi(api = SpecParser.Parse("crafted.api.yaml", text)).Diagnostics.Count);
        if (crafted.Method is { } methodText)
        {
            yield return Measure("method", methodText, text =>
                SpecBinder.BindMethod(method = SpecParser.Parse("crafted.apm.yaml", text), api).Diagnostics.Count);
        }

        if (crafted.Overlay is { } overlayText)
        {
            yield return Measure("overlay", overlayText, text =>
                SpecBinder.BindMethod(SpecParser.Parse("overlay.apm.yaml", text), method, api, [method!.SpecId]).Diagnostics.Count);
        }

        ReadingCost Measure(string part, string text, Func<string, int> read)
        {
            _ = isTimed ? read(text) : 0;
            var (time, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            var found = read(text);
            return new ReadingCost(
                crafted.Name,
                part,
                text.Length,
                GC.GetAllocatedBytesForCurrentThread() - before,
                Environment.CpuUsage.TotalTime - time,
                found);
        }
    }

    public override string ToString() =>
        FormattableString.Invariant(
            $"{Elapsed.TotalMilliseconds, 8:0} ms {Allocated / 1048576.0, 8:0.0} MiB {Length / 1024, 4} KiB {Diagnostics, 6} diagnostics  {Part, -7} {Name}");
}
