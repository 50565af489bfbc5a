using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>A disagreement between a recorded exchange and its spec, or a part that was not checked.</summary>
/// <param name="Location">The place in the file of exchanges.</param>
/// <param name="Message">What was recorded, and what the spec makes of it.</param>
public sealed record ExchangeProblem(SpecLocation Location, string Message);
