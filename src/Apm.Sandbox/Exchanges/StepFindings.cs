using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Collects what the comparison of one step finds.</summary>
internal sealed class StepFindings(SpecLocation place)
{
    public List<ExchangeProblem> Problems { get; } = [];

    public List<ExchangeProblem> Unchecked { get; } = [];

    public void Problem(string message) => Problems.Add(new ExchangeProblem(place, message));

    public void Leave(string message) => Unchecked.Add(new ExchangeProblem(place, message));
}
