namespace Apm.Specs;

/// <summary>Collects the diagnostics of one file.</summary>
internal sealed class DiagnosticBag
{
    // Nobody reads more, and a file with more mistakes is probably not a spec.
    private const int MaxShown = 100;

    // Mistakes are not found in the order of the text, so more are kept than are shown.
    private const int MaxKept = 1000;

    private readonly List<SpecDiagnostic> _found = [];
    private readonly DiagnosticBag? _whole;
    private readonly bool _isSilent;

    public DiagnosticBag(string file) => (File, Suggestions) = (file, new Suggestions(MaxShown));

    private DiagnosticBag(DiagnosticBag whole) => (File, Suggestions, _whole) = (whole.File, whole.Suggestions, whole);

    private DiagnosticBag(bool isSilent) => (File, Suggestions, _isSilent) = ("", new Suggestions(0), isSilent);

    public string File { get; }

    /// <summary>For the mistakes of this file.</summary>
    public Suggestions Suggestions { get; }

    public IReadOnlyList<SpecDiagnostic> Found => _found;

    /// <summary>Further diagnostics are not kept.</summary>
    public bool IsFull => _found.Count >= MaxKept || _whole?.IsFull == true;

    /// <summary>For checks whose results are not mistakes of an author.</summary>
    public static DiagnosticBag Silent() => new(isSilent: true);

    /// <summary>The same file, whose mistakes are examined before they are reported.</summary>
    public DiagnosticBag Apart() => new(this);

    public void Add(SpecDescriptor rule, SpecSpan span, string message, SpecLocation? related = null)
    {
        if (!_isSilent && !IsFull)
        {
            _found.Add(new SpecDiagnostic(rule, At(span), message) { Related = related });
        }
    }

    public SpecLocation At(SpecSpan span) => new(File, span);

    /// <summary>With those of the parser, in the order of the text.</summary>
    public EquatableArray<SpecDiagnostic> InOrder(IEnumerable<SpecDiagnostic> parsed)
    {
        var all = parsed.Concat(_found).OrderBy(diagnostic => diagnostic.Location.Span.Start).ToList();
        if (all.Count > MaxShown)
        {
            var rest = all[MaxShown];
            all.RemoveRange(MaxShown, all.Count - MaxShown);
            all.Add(
                new SpecDiagnostic(
                    SpecDescriptors.TooMuch,
                    rest.Location,
                    $"this file has more than {MaxShown} mistakes: correct those before this place, then build again"));
        }

        return all.ToEquatableArray();
    }
}
