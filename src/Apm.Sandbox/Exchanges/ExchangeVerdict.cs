namespace Apm.Sandbox;

/// <summary>What the comparison of an exchange with its spec found.</summary>
/// <param name="Problems">All disagreements, in the order of the steps.</param>
/// <param name="Unchecked">The parts of the exchange that the spec says nothing about.</param>
public sealed record ExchangeVerdict(IReadOnlyList<ExchangeProblem> Problems, IReadOnlyList<ExchangeProblem> Unchecked);
