using System.Collections.Immutable;
using Apm.Specs;

namespace Apm.Generators.Pipeline;

/// <summary>A method that extends another, as far as others have to know of it.</summary>
internal sealed record Extension(string BaseId, string SpecId)
{
    public static Extension? Of(ParsedSpec spec) => spec.BaseId is { } id ? new Extension(id, spec.SpecId) : null;
}

/// <summary>The methods that others of the project extend. Packed ones are parsed when one does.</summary>
/// <param name="Extensions">What extends.</param>
/// <param name="Named">The project's own files that are extended.</param>
/// <param name="Packed">All packed methods.</param>
/// <param name="Own">The ids of the project's own methods that can be extended; empty where nothing extends one.</param>
internal sealed record Extended(EquatableArray<Extension> Extensions, EquatableArray<SpecFile> Named, EquatableArray<SpecFile> Packed, EquatableArray<string> Own)
{
    public IEnumerable<string> Ids => Own.Concat(Packed.Select(file => file.LibraryId!)).OrderBy(id => id, StringComparer.Ordinal);

    public static Extended Create(ImmutableArray<Extension> extensions, ImmutableArray<SpecFile> named, ImmutableArray<SpecFile> packed, ImmutableArray<string> own) =>
        new(extensions.ToEquatableArray(), named.OrderBy(file => file.Text.Path, StringComparer.Ordinal).ToEquatableArray(), packed.ToEquatableArray(), own.ToEquatableArray());

    /// <summary>The project's own file goes before a packed one of the same id.</summary>
    public ParsedSpec? Find(string id, CancellationToken cancellationToken)
    {
        var own = Named.Select(file => file.Parse(cancellationToken)).Where(spec => spec.SpecId == id).ToList();
        return own.FirstOrDefault(spec => spec.BaseId is null)
            ?? Packed.FirstOrDefault(file => file.LibraryId == id)?.Parse(cancellationToken)
            ?? own.FirstOrDefault();
    }

    /// <summary>Another file of the project takes the method's place.</summary>
    public bool Replaces(ParsedSpec method) => method.BaseId is null && Extensions.Any(extension => extension.BaseId == extension.SpecId && extension.BaseId == method.SpecId);
}
