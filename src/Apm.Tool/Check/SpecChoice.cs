using Apm.Specs;

namespace Apm.Tool;

/// <summary>What a command line names.</summary>
internal sealed class SpecChoice
{
    private readonly SortedDictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private readonly string _current;

    private SpecChoice(string current) => _current = current;

    /// <summary>Files of specs and of exchanges: those that are chosen, and those whose ids the chosen ones can name.</summary>
    public IEnumerable<(string File, string Text)> Own => _texts.Select(file => (file.Key, file.Value));

    /// <summary>Whether the command line names a file, or a packed spec by its id.</summary>
    /// <param name="file">A path from the current folder, or that of a packed spec.</param>
    public bool IsChosen(string file) => _chosen.Contains(file);

    /// <param name="arguments">Files, folders and ids of packed specs; empty for the current folder.</param>
    /// <param name="current">The current folder.</param>
    /// <param name="stop">Ends the search.</param>
    /// <exception cref="UsageException">An argument names nothing, or a file cannot be read.</exception>
    public static SpecChoice Of(IReadOnlyList<string> arguments, string current, CancellationToken stop)
    {
        var choice = new SpecChoice(current);
        foreach (var argument in arguments.Count > 0 ? arguments : ["."])
        {
            stop.ThrowIfCancellationRequested();
            var path = Path.GetFullPath(argument, current);
            if (Directory.Exists(path))
            {
                choice.AddFolder(path, stop);
            }
            else if (File.Exists(path))
            {
                choice.AddFile(path);
            }
            else
            {
                choice._chosen.UnionWith(PackedIds.FilesOf(argument));
            }
        }

        return choice;
    }

    private void AddFolder(string folder, CancellationToken stop)
    {
        var files = SpecFiles.Under(folder, stop);
        if (files.Count == 0)
        {
            throw new UsageException($"There is no spec in '{folder}': the name of a spec ends with .api.yaml or .apm.yaml.");
        }

        foreach (var file in files)
        {
            Choose(file);
        }

        AddNamed(folder);
    }

    private void AddFile(string file)
    {
        if (!SpecFiles.IsKnown(file))
        {
            throw new UsageException(
                $"'{file}' is not a spec: the name of a spec ends with .api.yaml or .apm.yaml, and a file of exchanges is in a folder 'exchanges'.");
        }

        Choose(file);
        AddNamed(Path.GetDirectoryName(file)!);
        foreach (var exchanges in SpecFiles.In(Path.Combine(Path.GetDirectoryName(file)!, "exchanges")))
        {
            Read(exchanges);
        }
    }

    // A spec can name others in its folder, and in the folders above it up to the current one.
    private void AddNamed(string folder)
    {
        foreach (var file in SpecFiles.In(folder).Where(SpecParser.IsSpecFile))
        {
            Read(file);
        }

        if (folder != _current && Path.GetDirectoryName(folder) is { } above && SpecFiles.IsUnder(above, _current))
        {
            AddNamed(above);
        }
    }

    private void Choose(string file) => _chosen.Add(Read(file));

    private string Read(string file)
    {
        var name = SpecFiles.NameOf(file, _current);
        if (!_texts.ContainsKey(name))
        {
            _texts.Add(name, SpecFiles.Read(file));
        }

        return name;
    }
}
