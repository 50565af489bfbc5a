namespace Apm.Specs;

/// <summary>What one file says about one field. What is null is not said.</summary>
internal sealed record FieldDeclaration(ScalarSyntax Key, string File)
{
    public string Path { get; init; } = Key.Value;

    public FieldType? Type { get; init; }

    /// <summary>The type of the API's own that an object is of.</summary>
    public string? SharedType { get; init; }

    public bool? Required { get; init; }

    public bool RequiredByDefault { get; init; }

    public LengthModel? Length { get; init; }

    public CheckedPattern? Pattern { get; init; }

    public RangeModel? Range { get; init; }

    public RangeModel? MinorUnits { get; init; }

    public RangeModel? Count { get; init; }

    public string? Unit { get; init; }

    public IReadOnlyList<ScalarSyntax>? Values { get; init; }

    public ScalarSyntax? Const { get; init; }

    public ScalarSyntax? Default { get; init; }

    public ScalarSyntax? Preset { get; init; }

    public string? TypeName { get; init; }

    public bool? Loggable { get; init; }

    public string? Summary { get; init; }

    /// <summary>Where the value of each key stands.</summary>
    public IReadOnlyDictionary<string, SpecSpan> Places { get; init; } = new Dictionary<string, SpecSpan>();

    /// <summary>The keys themselves.</summary>
    public IReadOnlyDictionary<string, SpecSpan> Keys { get; init; } = new Dictionary<string, SpecSpan>();

    public SpecSpan Place(string key) => Places.TryGetValue(key, out var place) ? place : Key.Span;

    public SpecLocation Location(string key) => new(File, Place(key));
}
