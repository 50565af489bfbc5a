namespace Apm.Specs;

public static class SpecDescriptors
{
    /// <summary>Of all of them, as a host shows it.</summary>
    public const string Category = "Apm.Specs";

    public static readonly SpecDescriptor NotYaml = new("APM0001", "Not YAML", SpecSeverity.Error);
    public static readonly SpecDescriptor UnknownKey = new("APM0002", "Unknown key", SpecSeverity.Error);
    public static readonly SpecDescriptor MissingKey = new("APM0003", "Missing key", SpecSeverity.Error);
    public static readonly SpecDescriptor WrongKind = new("APM0004", "Wrong kind of value", SpecSeverity.Error);
    public static readonly SpecDescriptor UnknownCode = new("APM0005", "Unknown currency, country or language", SpecSeverity.Error);
    public static readonly SpecDescriptor Decimals = new("APM0006", "Invalid amount for currency", SpecSeverity.Error);
    public static readonly SpecDescriptor UnknownName = new("APM0007", "Unknown API, method, operation or field", SpecSeverity.Error);
    public static readonly SpecDescriptor DeclaredTwice = new("APM0008", "Declared twice", SpecSeverity.Error);
    public static readonly SpecDescriptor Widens = new("APM0009", "Method is less strict than its API", SpecSeverity.Error);
    public static readonly SpecDescriptor Pattern = new("APM0010", "Invalid pattern", SpecSeverity.Error);
    public static readonly SpecDescriptor Limit = new("APM0011", "Invalid limit", SpecSeverity.Error);
    public static readonly SpecDescriptor NameClash = new("APM0012", "Generated names conflict", SpecSeverity.Error);
    public static readonly SpecDescriptor TooMuch = new("APM0013", "Spec exceeds a size limit", SpecSeverity.Error);
    public static readonly SpecDescriptor NoLimit = new("APM0014", "No limit is known", SpecSeverity.Info);
    public static readonly SpecDescriptor HeaderValue = new("APM0015", "Invalid header value", SpecSeverity.Error);
    public static readonly SpecDescriptor NotApplicable = new("APM0016", "Not applicable here", SpecSeverity.Error);
    public static readonly SpecDescriptor Contradiction = new("APM0017", "Contradictory declarations", SpecSeverity.Error);

    public static readonly SpecDescriptor AlmostKnownField = new("APM0018", "New field has almost the name of another", SpecSeverity.Warning);
    public static readonly SpecDescriptor SameRequest = new("APM0019", "Operations cannot be told apart", SpecSeverity.Warning);
    public static readonly SpecDescriptor CutText = new("APM0020", "A comment may cut the text", SpecSeverity.Warning);

    public static IReadOnlyList<SpecDescriptor> All { get; } =
    [
        NotYaml,
        UnknownKey,
        MissingKey,
        WrongKind,
        UnknownCode,
        Decimals,
        UnknownName,
        DeclaredTwice,
        Widens,
        Pattern,
        Limit,
        NameClash,
        TooMuch,
        NoLimit,
        HeaderValue,
        NotApplicable,
        Contradiction,
        AlmostKnownField,
        SameRequest,
        CutText,
    ];

    /// <summary>What the generator reports: it must be seen where analyzers do not run.</summary>
    public static IEnumerable<SpecDescriptor> Errors => All.Where(rule => rule.Severity == SpecSeverity.Error);

    /// <summary>Warnings and infos, which an analyzer reports.</summary>
    public static IEnumerable<SpecDescriptor> Advice => All.Where(rule => rule.Severity != SpecSeverity.Error);
}
