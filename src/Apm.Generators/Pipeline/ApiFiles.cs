using System.Collections.Immutable;
using Apm.Specs;

namespace Apm.Generators.Pipeline;

/// <summary>The API files that a method can name. Packed ones are parsed when one does.</summary>
internal sealed record ApiFiles(EquatableArray<SpecFile> Files)
{
    public static ApiFiles Create(ImmutableArray<SpecFile> files) =>
        new(files.OrderBy(file => file.LibraryId is not null).ThenBy(file => file.Text.Path, StringComparer.Ordinal).ToEquatableArray());

    /// <summary>The project's own file goes before a packed one of the same id.</summary>
    public ParsedSpec? Find(string? id, CancellationToken cancellationToken)
    {
        foreach (var file in Files)
        {
            if (file.LibraryId is null ? file.Parse(cancellationToken) is { Kind: SpecKind.Api } own && own.Id == id : file.LibraryId == id)
            {
                return file.Parse(cancellationToken);
            }
        }

        return null;
    }
}
