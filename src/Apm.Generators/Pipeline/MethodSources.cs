using Apm.Specs;

namespace Apm.Generators;

/// <summary>A method's file and the files that its ids name. The method is bound from these only, so an edit of another file does not affect it.</summary>
/// <param name="Api">Null if no file has the id.</param>
/// <param name="Base">The method that is extended; null if none is, or if no file has the id.</param>
/// <param name="Candidates">If no file has the id that the method names: the ids of methods that can be extended, or of APIs; otherwise empty.</param>
/// <param name="IsReplaced">Another file takes its place, so it has no code.</param>
internal sealed record MethodSources(SpecFile File, SpecFile? Api, SpecFile? Base, EquatableArray<string> Candidates, bool IsReplaced)
{
    public static MethodSources Create(SpecFile file, SpecCatalog catalog, NamedFiles apis, NamedFiles bases)
    {
        var references = catalog.ReferencesOf(file.Entry);
        return new MethodSources(
            file,
            references.Api is { } api ? apis[api] : null,
            references.Base is { } extended ? bases[extended] : null,
            references.Candidates,
            catalog.IsReplaced(file.Entry));
    }
}
