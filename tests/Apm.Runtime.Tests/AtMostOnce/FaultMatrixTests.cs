using Apm.Faults;

namespace Apm.Tests;

/// <summary>A bounded part of what <c>tests/Apm.Faults</c> runs: every chain at every fault, with one operation each.</summary>
public class FaultMatrixTests
{
    public static TheoryData<string> Chains => [.. Chain.All.Select(chain => chain.Name)];

    [Theory]
    [MemberData(nameof(Chains))]
    public async Task No_chain_sends_twice_or_tells_the_outcome_wrongly_at_any_fault(string chain)
    {
        var results = await Matrix.RunAsync(Matrix.Reduced().Where(cell => cell.Chain.Name == chain), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Fault.All.Count, results.Count);
        Assert.Empty(results.Where(result => result.Problem is not null).Select(result => $"{result.Cell}: {result.Problem}"));
    }

    [Theory]
    [InlineData("an opaque primary handler that copies", "status 503", "arrived")]
    [InlineData("forwards through a client of its own", "redirect 307 elsewhere", "another origin")]
    [InlineData("an opaque primary handler that copies", "reset after the request", "arrived")]
    [InlineData("copies bare of options and headers", "healthy", "nothing failed")]
    public async Task What_breaks_the_promise_is_found(string chain, string fault, string problem)
    {
        // Chains of which less is promised, measured as if all were.
        var innocent = Chain.All.Single(known => known.Name == chain) with { IsPromised = true, IsUsable = true };
        var cells = Operation.All.Where(operation => operation.ChangesState)
            .Select(operation => new Cell(innocent, Fault.All.Single(known => known.Name == fault), Aftermath.Again, operation));

        var results = await Matrix.RunAsync(cells, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(results, result => result.Problem?.Contains(problem, StringComparison.Ordinal) == true);
    }
}
