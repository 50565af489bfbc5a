namespace Apm.Specs;

/// <summary>Paths of the members of one webhook. They must differ, and none must be within another.</summary>
internal sealed class WebhookPaths
{
    private const int MaxPaths = 20;

    private readonly List<(string Name, ScalarSyntax Path)> _read;
    private readonly DiagnosticBag _report;

    public WebhookPaths(DiagnosticBag report)
        : this([], report)
    {
    }

    private WebhookPaths(List<(string Name, ScalarSyntax Path)> read, DiagnosticBag report) => (_read, _report) = (read, report);

    /// <summary>The paths of one type of webhook, which also has the paths that were read so far.</summary>
    public WebhookPaths ForEvent() => new([.. _read], _report);

    public string? Read(SpecValue? entry) => entry?.Scalar() is { } path ? Read(entry.Name, path) : null;

    /// <summary>A path, or a list of paths.</summary>
    public EquatableArray<string> ReadSeveral(SpecValue? entry)
    {
        var paths = entry?.OneOrMore() ?? [];
        if (paths.Count > MaxPaths)
        {
            _report.Add(SpecDescriptors.TooMuch, paths[MaxPaths].Span, $"'{entry!.Name}' has more than {MaxPaths} paths: remove the others");
        }

        return paths.Take(MaxPaths).Select(path => Read(entry!.Name, path)).OfType<string>().ToEquatableArray();
    }

    private string? Read(string name, ScalarSyntax path)
    {
        if (!FieldPath.IsValid(path, _report))
        {
            return null;
        }

        var other = _read.Find(other => Within(other.Path.Value, path.Value) || Within(path.Value, other.Path.Value));
        if (other.Path is not null)
        {
            _report.Add(
                SpecDescriptors.DeclaredTwice,
                path.Span,
                $"{MessageText.Of(path.Value)} and {MessageText.Of(other.Path.Value)} of '{other.Name}' cannot both be present: "
                    + "they are the same path, or one is within the other",
                _report.At(other.Path.Span));
            return null;
        }

        _read.Add((name, path));
        return path.Value;
    }

    private static bool Within(string path, string parent) => path == parent || path.StartsWith(parent + ".", StringComparison.Ordinal);
}
