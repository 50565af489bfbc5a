namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>What an API file names for its fields and those of its methods: types and lists of values.</summary>
internal sealed class SharedDefinitions
{
    private readonly Dictionary<string, IReadOnlyList<ResolvedField>> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ScalarSyntax>> _lists = new(StringComparer.Ordinal);

    public IEnumerable<string> Types => _types.Keys;

    public IEnumerable<string> Lists => _lists.Keys;

    public void AddType(string id, IReadOnlyList<ResolvedField> members) => _types.Add(id, members);

    public void AddList(string id, IReadOnlyList<ScalarSyntax> values) => _lists.Add(id, values);

    /// <summary>The members of a type, with paths relative to the type.</summary>
    public IReadOnlyList<ResolvedField>? Type(string id) => _types.TryGetValue(id, out var members) ? members : null;

    /// <summary>The values of a list, at the place that names it: that is what an author can change.</summary>
    public IReadOnlyList<ScalarSyntax>? List(ScalarSyntax name) => _lists.TryGetValue(name.Value, out var values)
        ? values.Select(value => new ScalarSyntax(value.Value, value.Style, name.Span)).ToList()
        : null;
}
