namespace Apm.Specs;

/// <summary>Reads the fields that a file declares, one by one.</summary>
/// <param name="vocabulary">The types and lists of the API; null if the API is missing.</param>
/// <param name="facets">The keys that a field can have; null for the keys of the language.</param>
internal sealed class FieldReader(string file, bool isApi, SharedDefinitions? vocabulary, DiagnosticBag report, FacetTable? facets = null)
{
    private const int MaxFields = 500;

    private readonly FacetTable _facets = facets ?? Facets.Table;
    private readonly FieldSource _source = new(isApi, vocabulary);
    private readonly FieldTypeReader _types = new(vocabulary, report);

    public List<FieldDeclaration> Read(MappingSyntax fields)
    {
        var read = new List<FieldDeclaration>();
        var tree = new FieldTreeSyntax(_facets, report);
        foreach (var (key, value) in fields.Entries.SelectMany(tree.Flatten))
        {
            if (read.Count == MaxFields)
            {
                report.Add(SpecDescriptors.TooMuch, key.Span, $"there are more than {MaxFields} fields here");
                break;
            }

            if (!FieldPath.IsValid(key, report))
            {
                continue;
            }

            if (value is MappingSyntax field)
            {
                read.Add(Field(key, new SpecMapping(field, _facets.Keys, report, key.Span)));
            }
            else
            {
                report.Add(SpecDescriptors.WrongKind, value.Span.Length == 0 ? key.Span : value.Span,
                    $"a field must be a mapping, not {SpecValue.KindOf(value)}: write {MessageText.Plain(key.Value)}: {{ type: string }}");
            }
        }

        return read;
    }

    private FieldDeclaration Field(ScalarSyntax key, SpecMapping field)
    {
        var source = field.EntryOf(Facets.Type.Name) is null ? _source : _source with { IsTyped = true };
        var declared = new FieldDeclaration(key, file) { Entries = FacetValues.Of(_facets, facet => facet.Read(field, source)) };
        var (type, shared, constType) = _types.Read(field, declared.Value(Facets.Const));
        return declared with { Type = type, SharedType = shared, ConstType = constType };
    }
}
