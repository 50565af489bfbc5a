using Apm.Specs.Diagnostics;

namespace Apm.Specs.Binding;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class Report(string file)
{
    private readonly List<SpecDiagnostic> _found = [];

    public void Add(SpecRule rule, SpecSpan span, string message, SpecLocation? related = null) =>
        _found.Add(new SpecDiagnostic(rule, At(span), message) { Related = related });

    public SpecLocation At(SpecSpan span) => new(file, span);

    /// <summary>With those of the parser, in the order of the text.</summary>
    public EquatableArray<SpecDiagnostic> InOrder(IEnumerable<SpecDiagnostic> parsed) =>
        parsed.Concat(_found).OrderBy(diagnostic => diagnostic.Location.Span.Start).ToEquatableArray();
}
