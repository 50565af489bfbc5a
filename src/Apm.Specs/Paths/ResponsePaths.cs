namespace Apm.Specs;

/// <summary>The paths of one kind of body. Every path is checked where the file has it.</summary>
/// <param name="report">The diagnostics of the file.</param>
/// <param name="canBeSame">Whether one member can have several meanings.</param>
internal sealed class ResponsePaths(DiagnosticBag report, bool canBeSame)
{
    private const int MaxPaths = 20;

    private List<(string Key, ScalarSyntax Path)> _read = [];

    /// <summary>The paths of one type of body, which also has the paths that were read so far.</summary>
    public ResponsePaths Copy() => new(report, canBeSame) { _read = [.. _read] };

    /// <returns>Null if there is no path, or if it is reported.</returns>
    public string? Read(SpecValue? entry) => entry?.Scalar() is { } path && IsValid(path) && IsPossible(entry.Name, path) ? path.Value : null;

    /// <summary>A path, or a list of paths.</summary>
    public EquatableArray<string> ReadSeveral(SpecValue? entry)
    {
        var paths = entry?.OneOrMore() ?? [];
        if (paths.Count > MaxPaths)
        {
            report.Add(SpecDescriptors.TooMuch, paths[MaxPaths].Span, $"'{entry!.Name}' has more than {MaxPaths} paths: remove the others");
        }

        return paths.Count == 0 ? default : Read(entry!.Name, paths.Take(MaxPaths)).ToEquatableArray();
    }

    /// <summary>Several paths of values of one key.</summary>
    public IEnumerable<string> Read(string key, IEnumerable<ScalarSyntax> paths) =>
        paths.Where(path => IsValid(path) && IsPossible(key, path)).Select(path => path.Value);

    /// <summary>Paths of objects, which can contain the other paths.</summary>
    public IEnumerable<string> ReadObjects(string key, IEnumerable<ScalarSyntax> paths) =>
        paths
            .Where(path => IsValid(path, allowsItems: false) && IsFree(key, path, other => Within(path.Value, other) || path.Value == other))
            .Select(path => path.Value);

    /// <summary>The path of an object, which can contain the other paths.</summary>
    public string? ReadObject(SpecValue entry) => entry.Scalar() is { } path ? ReadObjects(entry.Name, [path]).FirstOrDefault() : null;

    private bool IsValid(ScalarSyntax path, bool allowsItems = true) => FieldPath.IsValidInResponse(path, report, allowsItems);

    private bool IsPossible(string key, ScalarSyntax path)
    {
        if (!IsFree(key, path, other => Within(path.Value, other) || Within(other, path.Value) || (!canBeSame && path.Value == other)))
        {
            return false;
        }

        _read.Add((key, path));
        return true;
    }

    private bool IsFree(string key, ScalarSyntax path, Func<string, bool> isTaken)
    {
        var other = _read.Find(other => isTaken(other.Path.Value));
        if (other.Path is null)
        {
            return true;
        }

        report.Add(
            SpecDescriptors.DeclaredTwice,
            path.Span,
            $"{MessageText.Of(path.Value)} of '{key}' and {MessageText.Of(other.Path.Value)} of '{other.Key}' cannot both be present: "
                + "they are the same path, or one is within the other",
            report.At(other.Path.Span));
        return false;
    }

    private static bool Within(string path, string parent) => MemberPath.IsWithin(path, parent);
}
