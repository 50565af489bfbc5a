using Apm.Specs.Diagnostics;

namespace Apm.Specs.Binding;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class Report(string file)
{
    // More than these nobody reads, and a file that has more of them is no spec.
    private const int Most = 100;

    private readonly List<SpecDiagnostic> _found = [];

    public string File => file;

    public void Add(SpecRule rule, SpecSpan span, string message, SpecLocation? related = null) =>
        _found.Add(new SpecDiagnostic(rule, At(span), message) { Related = related });

    public IReadOnlyList<SpecDiagnostic> Found => _found;

    public SpecLocation At(SpecSpan span) => new(file, span);

    /// <summary>With those of the parser, in the order of the text.</summary>
    public EquatableArray<SpecDiagnostic> InOrder(IEnumerable<SpecDiagnostic> parsed)
    {
        var all = parsed.Concat(_found).OrderBy(diagnostic => diagnostic.Location.Span.Start).ToList();
        if (all.Count > Most)
        {
            var rest = all[Most];
            all.RemoveRange(Most, all.Count - Most);
            all.Add(new SpecDiagnostic(SpecRules.TooMuch, rest.Location, $"more than {Most} mistakes stand in this file: correct those before this place, then read it again"));
        }

        return all.ToEquatableArray();
    }
}
