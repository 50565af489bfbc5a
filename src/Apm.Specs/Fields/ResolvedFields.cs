namespace Apm.Specs;

/// <summary>Collects the fields of a body. The first declaration decides whether a path is an object, a list or a value.</summary>
internal sealed class ResolvedFields
{
    private readonly DiagnosticBag _report;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    // Paths that are objects or lists because a field is within them, with the first of these fields.
    private readonly Dictionary<string, (FieldType Type, ResolvedField Member)> _containers = new(StringComparer.Ordinal);

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

    /// <summary>The fields within an object or a list.</summary>
    public IEnumerable<ResolvedField> Under(string path) =>
        All.Where(field => field.Path.StartsWith(path, StringComparison.Ordinal) && field.Path.Length > path.Length && field.Path[path.Length] is '.' or '[');

    /// <param name="place">Where a contradiction is reported; null for the key of the field.</param>
    /// <returns>False if the field contradicts an earlier one, which is reported.</returns>
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

    /// <summary>Reports lists whose items are not declared.</summary>
    public void ReportEmptyLists()
    {
        foreach (var list in All.Where(field => field.Type == FieldType.List && !_containers.ContainsKey(field.Path)).ToList())
        {
            _report.Add(
                SpecDescriptors.MissingKey,
                list.Facts.Key.Span,
                $"the items of this list are not declared: add {MessageText.Of(list.Path + FieldPath.Item)}, "
                    + $"or members of the items, such as {MessageText.Of(list.Path + FieldPath.Item + ".name")}");
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
            if (Find(parent) is { } other && !IsKind(other.Type, type))
            {
                if (other.Type == FieldType.Money)
                {
                    return ($"{MessageText.Of(parent)} is of type money, whose amount and currency need no fields: remove this field, and write the accepted "
                        + "currencies under 'currencies' and bounds of the amount under 'limits'", other);
                }

                var what = type == FieldType.List ? $"is of type {TypeFacet.Id(other.Type)}, which has no items"
                    : $"is of type {TypeFacet.Id(other.Type)}, which has no members";
                return ($"{MessageText.Of(parent)} {what}: remove this field, or make {MessageText.Of(parent)} {An(type)}", other);
            }

            if (_containers.TryGetValue(parent, out var container) && container.Type != type)
            {
                return ($"{MessageText.Of(parent)} is {An(container.Type)}, because {MessageText.Of(container.Member.Path)} is declared: "
                        + (type == FieldType.List ? "remove the brackets here, or add them there" : "add [] after its name here, or remove them there"),
                    container.Member);
            }
        }

        if (_containers.TryGetValue(field.Path, out var own) && !IsKind(field.Type, own.Type))
        {
            return (
                $"{MessageText.Of(field.Path)} has {(own.Type == FieldType.List ? "items" : "members")}, such as {MessageText.Of(own.Member.Path)}, "
                    + $"so it is {An(own.Type)}: write type: {TypeFacet.Id(own.Type)}, or remove this field",
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
            if (!_containers.ContainsKey(parent))
            {
                _containers.Add(parent, (type, field));
            }
        }
    }

    private static IEnumerable<(string Path, FieldType Type)> Above(string path) =>
        FieldPath.Parents(path).Select(parent => (parent, path[parent.Length] == '[' ? FieldType.List : FieldType.Object));

    // A map is an object that can have further members.
    private static bool IsKind(FieldType type, FieldType kind) => type == kind || (type == FieldType.Map && kind == FieldType.Object);

    private static string An(FieldType type) => type == FieldType.List ? "a list" : "an object";
}
