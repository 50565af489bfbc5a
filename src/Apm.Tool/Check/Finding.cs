using Apm.Specs;

namespace Apm.Tool;

/// <summary>Something that an author should change or know.</summary>
/// <param name="Rule">The id of the rule, such as <c>APM0002</c>.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Location">The place in a file.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Related">Another place that explains this one.</param>
internal sealed record Finding(string Rule, FindingSeverity Severity, SpecLocation Location, string Message, SpecLocation? Related = null)
{
    /// <summary>A recorded exchange and its spec contradict each other.</summary>
    public const string Difference = "APM3001";

    /// <summary>A part of a recorded exchange that the spec says nothing about.</summary>
    public const string NotChecked = "APM3002";

    public static Finding Of(SpecDiagnostic diagnostic) => new(
        diagnostic.Rule.Id,
        diagnostic.Rule.Severity switch
        {
            SpecSeverity.Error => FindingSeverity.Error,
            SpecSeverity.Warning => FindingSeverity.Warning,
            _ => FindingSeverity.Info,
        },
        diagnostic.Location,
        diagnostic.Message,
        diagnostic.Related);
}

internal enum FindingSeverity
{
    Error,
    Warning,
    Info,
}

/// <param name="Specs">How many specs were read.</param>
/// <param name="Exchanges">How many recorded exchanges were compared.</param>
/// <param name="Findings">By file and place.</param>
internal sealed record CheckResult(int Specs, int Exchanges, IReadOnlyList<Finding> Findings)
{
    public int Count(FindingSeverity severity) => Findings.Count(finding => finding.Severity == severity);
}
