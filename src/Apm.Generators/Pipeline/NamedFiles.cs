using System.Collections.Immutable;
using Apm.Specs;

namespace Apm.Generators;

/// <summary>The files that a catalog names, with their texts.</summary>
internal sealed class NamedFiles : IEquatable<NamedFiles>
{
    private readonly Dictionary<SpecEntry, SpecFile> _byEntry = [];

    private NamedFiles(IEnumerable<SpecFile> files)
    {
        foreach (var file in files.Where(file => !_byEntry.ContainsKey(file.Entry)))
        {
            _byEntry.Add(file.Entry, file);
        }

        All = _byEntry.Values.OrderBy(file => file.Entry, SpecEntry.Precedence).ToEquatableArray();
    }

    public EquatableArray<SpecFile> All { get; }

    public SpecFile this[SpecEntry entry] => _byEntry[entry];

    public static NamedFiles Create(ImmutableArray<SpecFile> files) => new(files);

    public bool Equals(NamedFiles? other) => other is not null && All == other.All;

    public override bool Equals(object? obj) => Equals(obj as NamedFiles);

    public override int GetHashCode() => All.GetHashCode();
}
