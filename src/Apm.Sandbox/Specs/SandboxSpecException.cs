using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The specs describe no payment method without errors. The message lists the errors, with file, line and column.</summary>
/// <param name="diagnostics">The diagnostics of the specs.</param>
public sealed class SandboxSpecException(IReadOnlyList<SpecDiagnostic> diagnostics)
    : Exception(Text(diagnostics))
{
    /// <summary>The diagnostics of the specs.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics => diagnostics;

    private static string Text(IReadOnlyList<SpecDiagnostic> diagnostics) => string.Join(
        '\n',
        diagnostics.Where(found => found.Rule.Severity == SpecSeverity.Error).Select(DiagnosticText.Of).Prepend("There is no payment method to simulate."));
}
