namespace Apm.Specs;

/// <summary>The files that the ids of one method name. A method depends on these, and on no other.</summary>
/// <param name="Api">Null where no file has the id.</param>
/// <param name="Base">The method that is extended; null where none is, or where no file has the id.</param>
/// <param name="Candidates">The ids of all methods that can be extended, where the method names one that no file has; otherwise empty.</param>
public sealed record SpecReferences(SpecEntry? Api, SpecEntry? Base, EquatableArray<string> Candidates);
