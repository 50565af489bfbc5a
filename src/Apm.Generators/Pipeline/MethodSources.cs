using Apm.Specs;

namespace Apm.Generators;

/// <summary>A method's file and the files that its ids name: all that it is bound from, so that an edit of another one leaves it as it is.</summary>
/// <param name="Api">Null if no file has the id.</param>
/// <param name="Base">The method that is extended; null if none is, or where no file has the id.</param>
/// <param name="Candidates">The ids of methods that can be extended, where the one that is named is not there; otherwise empty.</param>
/// <param name="IsReplaced">Another file takes its place: it makes no code.</param>
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
