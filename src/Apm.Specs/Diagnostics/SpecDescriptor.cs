namespace Apm.Specs;

/// <summary>A rule of the spec language.</summary>
/// <param name="Id">Such as <c>APM0002</c>.</param>
/// <param name="Description">The first sentences of its page.</param>
public sealed record SpecDescriptor(string Id, string Title, SpecSeverity Severity, string Description);

public enum SpecSeverity
{
    Error,
    Warning,
    Info,
}
