namespace Apm.Specs;

/// <summary>The files that the ids of one method name. The model of a method depends on these, and on no other.</summary>
/// <param name="Api">Null where no file has the id.</param>
/// <param name="Base">The method that is extended; null where none is, or where no file has the id.</param>
/// <param name="Candidates">If no file has the id that the method names: the ids of all methods that can be extended, or of all APIs; otherwise empty.</param>
public sealed record SpecReferences(SpecEntry? Api, SpecEntry? Base, EquatableArray<string> Candidates)
{
    /// <summary>The same method in other versions of the API, the newest first. Only advice reads them.</summary>
    public EquatableArray<SpecEntry> OtherVersions { get; init; }
}
