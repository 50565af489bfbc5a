namespace Apm.Specs;

/// <summary>JSON names with dots between them. <c>items[]</c> is the path of each item of the list <c>items</c>.</summary>
internal static class FieldPath
{
    public const string Item = "[]";

    /// <summary>The name for each value of a map.</summary>
    public const string MapValue = "*";

    private const int MaxSegments = 16;

    // A C# name can consist of several of these names, and has at most 1,023 characters.
    private const int MaxName = 100;
    private const int MaxLength = 500;

    /// <summary>Checks the path of a field.</summary>
    public static bool IsValid(ScalarSyntax key, DiagnosticBag report) => IsValid(key, PathProblem.OfField(key.Value), report);

    /// <summary>Checks the path of a member of a response, of an error or of a webhook.</summary>
    /// <param name="allowsItems">Whether the path can name items of a list.</param>
    public static bool IsValidInResponse(ScalarSyntax path, DiagnosticBag report, bool allowsItems = true) =>
        IsValid(path, PathProblem.OfResponse(path.Value, allowsItems), report);

    private static bool IsValid(ScalarSyntax path, string? problem, DiagnosticBag report)
    {
        if (problem is not null)
        {
            report.Add(SpecDescriptors.WrongKind, path.Span, $"{MessageText.Of(path.Value)} {problem}");
            return false;
        }

        if (path.Value.Split('.').Any(part => (IsItem(part) ? part.Length - Item.Length : part.Length) > MaxName))
        {
            report.Add(SpecDescriptors.TooMuch, path.Span, $"a name in {MessageText.Of(path.Value)} has more than {MaxName} characters");
            return false;
        }

        return IsShallow(path.Value, path.Span, report);
    }

    /// <summary>Checks the depth and the length of a path. A member of a type can have a longer path than every path in the file.</summary>
    public static bool IsShallow(string path, SpecSpan place, DiagnosticBag report)
    {
        var problem = path.Count(c => c is '.' or '[') >= MaxSegments ? $"more than {MaxSegments} objects are nested here"
            : path.Length > MaxLength ? $"the path {MessageText.Of(path)} has more than {MaxLength} characters"
            : null;
        if (problem is not null)
        {
            report.Add(SpecDescriptors.TooMuch, place, problem);
        }

        return problem is null;
    }

    public static bool IsMapValue(string path) => path.EndsWith("." + MapValue, StringComparison.Ordinal);

    public static bool IsItem(string path) => path.EndsWith(Item, StringComparison.Ordinal);

    public static string Parent(string path) => Start(path) is > 0 and var start ? path.Substring(0, path[start - 1] == '.' ? start - 1 : start) : "";

    /// <summary>The last name of a path; <c>[]</c> for items.</summary>
    public static string Name(string path) => path.Substring(Start(path));

    public static FieldModel? Find(FieldModel root, string path) =>
        Parents(path).Append(path).Aggregate((FieldModel?)root, (field, part) => field?.Member(Name(part)));

    /// <summary>A copy of the root in which one field is replaced. The objects around this field no longer have a type of the API.</summary>
    public static FieldModel Replace(FieldModel root, string path, FieldModel field) => root.Path == path
        ? field
        : root with
        {
            SharedType = null,
            IsShared = false,
            Members = root.Members.Select(member => IsAtOrAbove(member.Path, path) ? Replace(member, path, field) : member).ToEquatableArray(),
        };

    private static bool IsAtOrAbove(string ancestor, string path) =>
        path.StartsWith(ancestor, StringComparison.Ordinal) && (path.Length == ancestor.Length || path[ancestor.Length] is '.' or '[');

    /// <summary>The objects and lists around a field, from the outermost to the innermost, without the root.</summary>
    public static IEnumerable<string> Parents(string path)
    {
        for (var i = 1; i < path.Length; i++)
        {
            if (path[i] == '.' || (path[i] == '[' && path[i - 1] != '.'))
            {
                yield return path.Substring(0, i);
            }
        }
    }

    /// <summary>The innermost list around a field, without its brackets; null if there is none.</summary>
    public static string? List(string path) => path.LastIndexOf(Item + ".", StringComparison.Ordinal) is >= 0 and var end ? path.Substring(0, end) : null;

    private static int Start(string path) => IsItem(path) ? path.Length - Item.Length : path.LastIndexOf('.') + 1;
}
