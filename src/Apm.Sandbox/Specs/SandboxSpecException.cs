using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>The specs describe no payment method that could be played. The message says what is wrong, with file, line and column.</summary>
/// <param name="diagnostics">What the specs' reader found.</param>
public sealed class SandboxSpecException(IReadOnlyList<SpecDiagnostic> diagnostics)
    : Exception(Text(diagnostics))
{
    /// <summary>What the specs' reader found.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics => diagnostics;

    private static string Text(IReadOnlyList<SpecDiagnostic> diagnostics) => string.Join(
        '\n',
        diagnostics.Where(found => found.Rule.Severity == SpecSeverity.Error).Select(DiagnosticText.Of).Prepend("There is no payment method to play."));
}
