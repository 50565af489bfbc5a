namespace Apm.Specs;

/// <summary>
/// Reports new fields whose path is almost the path of a field that the base has. The author probably meant the field of the base: a
/// new field would be sent beside it, and the gateway would ignore it.
/// </summary>
internal static class AlmostKnownFields
{
    /// <param name="declared">The fields of the file.</param>
    /// <param name="known">The paths of the base.</param>
    /// <param name="report">The diagnostics of the file.</param>
    public static void Report(IReadOnlyList<FieldDeclaration> declared, IEnumerable<string> known, DiagnosticBag report)
    {
        var paths = known.ToList();
        var names = Names(paths);
        var lost = new LostPathParts(paths);
        var own = new HashSet<string>(declared.Select(field => field.Path), StringComparer.Ordinal);
        var near = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in declared.Where(field => field.Type is not null))
        {
            // The first name that the base does not have; its parent is an object of the base.
            var path = Way(field.Path).FirstOrDefault(path => !IsKnown(path));
            if (path is null || near.Contains(path))
            {
                continue;
            }

            var name = new SimilarName(FieldPath.Name(path));
            var meant = names.TryGetValue(FieldPath.Parent(path), out var siblings) && siblings.Values.FirstOrDefault(IsMeant) is { } sibling
                ? Sibling(path, sibling.Name)
                : null;
            if (meant is not null)
            {
                near.Add(path);
                Report(report, field, path, meant, meant + field.Path.Substring(path.Length));
            }
            else if (lost.Meant(field.Path) is { } whole && !own.Contains(whole))
            {
                Report(report, field, field.Path, whole, whole);
            }

            // An author who declares both fields knows that they are different.
            bool IsMeant(SimilarName sibling) => sibling.IsLike(name) && (sibling.HasWordsOf(name) || !own.Contains(Sibling(path, sibling.Name)));
        }

        bool IsKnown(string path) => names.TryGetValue(FieldPath.Parent(path), out var there) && there.ContainsKey(FieldPath.Name(path));
    }

    private static void Report(DiagnosticBag report, FieldDeclaration field, string path, string known, string instead) => report.Add(
        SpecDescriptors.AlmostKnownField,
        field.Key.Span,
        $"{MessageText.Of(path)} is a new field, but there is already {MessageText.Of(known)}: "
            + $"write {MessageText.Plain(instead)}, or suppress this warning if the gateway has both");

    private static string Sibling(string path, string name) => FieldPath.Parent(path) is { Length: > 0 } parent ? parent + "." + name : name;

    // The names in each object and list.
    private static Dictionary<string, Dictionary<string, SimilarName>> Names(IEnumerable<string> paths)
    {
        var names = new Dictionary<string, Dictionary<string, SimilarName>>(StringComparer.Ordinal);
        foreach (var path in paths.SelectMany(Way))
        {
            var parent = FieldPath.Parent(path);
            if (!names.TryGetValue(parent, out var there))
            {
                names.Add(parent, there = new Dictionary<string, SimilarName>(StringComparer.Ordinal));
            }

            var name = FieldPath.Name(path);
            if (!there.ContainsKey(name))
            {
                there.Add(name, new SimilarName(name));
            }
        }

        return names;
    }

    private static IEnumerable<string> Way(string path) => FieldPath.Parents(path).Append(path);
}
