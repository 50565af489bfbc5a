namespace Apm.Specs;

/// <summary>The fields of a body as they come together. A path is an object, a list or a value, whichever is declared first.</summary>
internal sealed class ResolvedFields
{
    private readonly DiagnosticBag _report;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    // Objects and lists, with the first field that makes them one.
    private readonly Dictionary<string, (FieldType Type, ResolvedField Member)> _made = new(StringComparer.Ordinal);

    public ResolvedFields(DiagnosticBag report, IReadOnlyList<ResolvedField> api)
    {
        _report = report;
        foreach (var field in api)
        {
            Put(field);
        }
    }

    public List<ResolvedField> All { get; } = [];

    public ResolvedField? Find(string path) => _places.TryGetValue(path, out var place) ? All[place] : null;

    public void Replace(ResolvedField field) => All[_places[field.Path]] = field;

    /// <summary>Fields below a path.</summary>
    public IEnumerable<ResolvedField> Under(string path) =>
        All.Where(field => field.Path.StartsWith(path, StringComparison.Ordinal) && field.Path.Length > path.Length && field.Path[path.Length] is '.' or '[');

    /// <param name="place">Where it is reported that it cannot be; by default at its own key.</param>
    /// <returns>False where the path is something else already.</returns>
    public bool Add(ResolvedField field, SpecSpan? place = null)
    {
        if (Problem(field) is not { } problem)
        {
            Put(field);
            return true;
        }

        _report.Add(SpecDescriptors.Contradiction, place ?? field.Facts.Key.Span, problem.Message, problem.Other.Facts.Location(Facets.Type));
        return false;
    }

    /// <summary>A list says nothing until its items do.</summary>
    public void ReportEmptyLists()
    {
        foreach (var list in All.Where(field => field.Type == FieldType.List && !_made.ContainsKey(field.Path)).ToList())
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                list.Facts.Key.Span,
                $"nothing says what the items of this list are: add {MessageText.Of(list.Path + FieldPath.Item)}, or their members, such as {MessageText.Of(list.Path + FieldPath.Item + ".name")}"
            );
            Put(
                new ResolvedField(
                    new FieldDeclaration(list.Facts.Key, list.Facts.File) { Path = list.Path + FieldPath.Item },
                    FieldType.String,
                    list.DeclaredBy));
        }
    }

    private (string Message, ResolvedField Other)? Problem(ResolvedField field)
    {
        foreach (var (parent, type) in Above(field.Path))
        {
            if (Find(parent) is { } other && other.Type != type)
            {
                var what = other.Type == FieldType.Money ? "is of type money, whose amount and currency need no fields"
                    : type == FieldType.List ? $"is of type {TypeFacet.Id(other.Type)}, which has no items"
                    : $"is of type {TypeFacet.Id(other.Type)}, which has no members";
                return ($"{MessageText.Of(parent)} {what}: remove this field, or make {MessageText.Of(parent)} {An(type)}", other);
            }

            if (_made.TryGetValue(parent, out var made) && made.Type != type)
            {
                return ($"{MessageText.Of(parent)} is {An(made.Type)}, because there is {MessageText.Of(made.Member.Path)}: "
                        + (type == FieldType.List ? "remove the brackets here, or write them there" : "write [] behind it here, or remove them there"),
                    made.Member);
            }
        }

        if (_made.TryGetValue(field.Path, out var own) && own.Type != field.Type)
        {
            return (
                $"{MessageText.Of(field.Path)} has {(own.Type == FieldType.List ? "items" : "members")}, such as {MessageText.Of(own.Member.Path)}, so it is {An(own.Type)}: write type: {TypeFacet.Id(own.Type)}, or remove this field",
                own.Member);
        }

        return null;
    }

    private void Put(ResolvedField field)
    {
        _places.Add(field.Path, All.Count);
        All.Add(field);
        foreach (var (parent, type) in Above(field.Path))
        {
            if (!_made.ContainsKey(parent))
            {
                _made.Add(parent, (type, field));
            }
        }
    }

    private static IEnumerable<(string Path, FieldType Type)> Above(string path) =>
        FieldPath.Parents(path).Select(parent => (parent, path[parent.Length] == '[' ? FieldType.List : FieldType.Object));

    private static string An(FieldType type) => type == FieldType.List ? "a list" : "an object";
}
