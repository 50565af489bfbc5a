namespace Apm.Specs;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class DiagnosticBag
{
    // More than these nobody reads, and a file that has more of them is no spec.
    private const int Most = 100;

    // They are not found in the order of the text, so more are kept than are shown.
    private const int MaxKept = 1000;


    private readonly List<SpecDiagnostic> _found = [];
    private readonly DiagnosticBag? _whole;
    private readonly bool _isSilent;

    public DiagnosticBag(string file) => (File, Suggestions) = (file, new Suggestions(Most));

    private DiagnosticBag(DiagnosticBag whole) => (File, Suggestions, _whole) = (whole.File, whole.Suggestions, whole);

    private DiagnosticBag(bool isSilent) => (File, Suggestions, _isSilent) = ("", new Suggestions(0), isSilent);

    public string File { get; }

    /// <summary>For the mistakes of this file.</summary>
    public Suggestions Suggestions { get; }

    public IReadOnlyList<SpecDiagnostic> Found => _found;

    /// <summary>What is found from now on is not kept.</summary>
    public bool IsFull => _isSilent || _found.Count >= MaxKept || _whole?.IsFull == true;

    /// <summary>For what is no mistake of anybody.</summary>
    public static DiagnosticBag Silent() => new(isSilent: true);

    /// <summary>The same file, whose mistakes are looked at before they are reported.</summary>
    public DiagnosticBag Apart() => new(this);

    public void Add(SpecDescriptor rule, SpecSpan span, string message, SpecLocation? related = null)
    {
        if (!IsFull)
        {
            _found.Add(new SpecDiagnostic(rule, At(span), message) { Related = related });
        }
    }

    public SpecLocation At(SpecSpan span) => new(File, span);

    /// <summary>With those of the parser, in the order of the text.</summary>
    public EquatableArray<SpecDiagnostic> InOrder(IEnumerable<SpecDiagnostic> parsed)
    {
        var all = parsed.Concat(_found).OrderBy(diagnostic => diagnostic.Location.Span.Start).ToList();
        if (all.Count > Most)
        {
            var rest = all[Most];
            all.RemoveRange(Most, all.Count - Most);
            all.Add(
                new SpecDiagnostic(
                    SpecDescriptors.TooMuch,
                    rest.Location,
                    $"more than {Most} mistakes stand in this file: correct those before this place, then read it again"));
        }

        return all.ToEquatableArray();
    }
}
