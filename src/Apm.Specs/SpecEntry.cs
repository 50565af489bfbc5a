namespace Apm.Specs;

/// <summary>What a file declares and what it names: all that a <see cref="SpecCatalog"/> has to know of it.</summary>
/// <param name="File">The path as the host gave it.</param>
/// <param name="IsApi">Otherwise it is a method.</param>
/// <param name="Id">Of the API, or API and id of the method; empty where the file has no id.</param>
/// <param name="ApiId">Of the API that the method names; null where it names none.</param>
/// <param name="BaseId">API and id of the method that the method extends; null where it extends none.</param>
/// <param name="IsPacked">The file comes with the package, and the project does not list it. An own file of the same id goes before it.</param>
public sealed record SpecEntry(string File, bool IsApi, string Id, string? ApiId, string? BaseId, bool IsPacked)
{
    /// <summary>Of two files with one id, the lesser is named: the project's own before a packed one, then the path in ordinal order.</summary>
    public static IComparer<SpecEntry> Precedence { get; } = Comparer<SpecEntry>.Create(static (one, other) =>
        one.IsPacked != other.IsPacked ? one.IsPacked.CompareTo(other.IsPacked)
        : string.CompareOrdinal(one.File, other.File) is not 0 and var file ? file
        : string.CompareOrdinal(one.Id, other.Id) is not 0 and var id ? id
        : string.CompareOrdinal(one.BaseId, other.BaseId));

    /// <summary>The method takes the place of the one that it extends.</summary>
    public bool ReplacesBase => BaseId is not null && BaseId == Id;

    public static SpecEntry Of(ParsedSpec spec, bool isPacked = false) =>
        new(spec.File, spec.Kind == SpecKind.Api, spec.Id is null ? "" : spec.Kind == SpecKind.Api ? spec.Id : spec.SpecId, spec.ApiId, spec.BaseId, isPacked);

    /// <summary>The entry of a packed file that is not read. Packed methods extend no other method.</summary>
    public static SpecEntry OfPacked(string file, string id) =>
        SpecParser.IsMethodFile(file)
            ? new SpecEntry(file, IsApi: false, id, id.Substring(0, Math.Max(id.LastIndexOf('/'), 0)), BaseId: null, IsPacked: true)
            : new SpecEntry(file, IsApi: true, id, ApiId: null, BaseId: null, IsPacked: true);
}
