namespace Apm.Specs;

/// <summary>
/// Which file an id names, by <see cref="SpecEntry.Precedence"/>: the order of the files has no effect. A
/// catalog holds ids and no texts, so it is equal after every edit that changes no id.
/// </summary>
public sealed class SpecCatalog : IEquatable<SpecCatalog>
{
    private readonly EquatableArray<SpecEntry> _entries;
    private readonly Dictionary<string, SpecEntry> _apis;
    private readonly Dictionary<string, SpecEntry> _bases;
    private readonly ILookup<(string Gateway, string Method), SpecEntry> _versions;
    private readonly EquatableArray<string> _candidates;
    private readonly EquatableArray<string> _apiIds;
    private readonly HashSet<string> _replaced;
    private readonly HashSet<(bool IsApi, string Id)> _own;
    private readonly HashSet<SpecEntry> _named = [];

    public SpecCatalog(IEnumerable<SpecEntry> entries)
    {
        _entries = entries.Distinct().OrderBy(entry => entry, SpecEntry.Precedence).ToEquatableArray();
        var methods = _entries.Where(entry => !entry.IsApi && entry.Id.Length > 0).ToList();
        _apis = First(_entries.Where(entry => entry.IsApi && entry.Id.Length > 0));
        // A method that itself extends another is named, so that the error can name it.
        _bases = First(methods.Where(entry => entry.BaseId is null).Concat(methods.Where(entry => entry.BaseId is not null && !entry.ReplacesBase)));
        _versions = _bases.Values.Where(entry => entry.BaseId is null)
            .OrderByDescending(entry => entry.Id, StringComparer.Ordinal)
            .ToLookup(entry => Ends(entry.Id));
        _candidates = _bases.Values.Where(entry => entry.BaseId is null).Select(entry => entry.Id).OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray();
        _apiIds = _apis.Keys.OrderBy(id => id, StringComparer.Ordinal).ToEquatableArray();
        _replaced = new HashSet<string>(methods.Where(entry => entry.ReplacesBase).Select(entry => entry.Id), StringComparer.Ordinal);
        _own = new HashSet<(bool IsApi, string Id)>(_entries.Where(entry => !entry.IsPacked && entry.Id.Length > 0).Select(entry => (entry.IsApi, entry.Id)));
        foreach (var references in _entries.Where(entry => !entry.IsApi && !entry.IsPacked).Select(ReferencesOf))
        {
            _named.UnionWith(new[] { references.Api, references.Base }.OfType<SpecEntry>());
        }
    }

    /// <returns>Null where no file has the id.</returns>
    public SpecEntry? FindApi(string? id) => id is not null && _apis.TryGetValue(id, out var api) ? api : null;

    /// <summary>The files that a method's ids name.</summary>
    public SpecReferences ReferencesOf(SpecEntry method)
    {
        var named = method.BaseId is { } id && _bases.TryGetValue(id, out var found) ? found : null;
        var api = FindApi(method.ApiId);
        var candidates = method.BaseId is null ? (api is null ? _apiIds : default) : named is null ? _candidates : default;
        return new SpecReferences(api, named, candidates) { OtherVersions = OtherVersions(method.BaseId ?? method.Id) };
    }

    /// <summary>A method of the project depends on the file.</summary>
    public bool IsNamed(SpecEntry entry) => _named.Contains(entry);

    /// <summary>
    /// Another file takes this one's place: a method that extends it and has no id of its own, or for a packed file one of
    /// the project that has its id. It can still be extended.
    /// </summary>
    public bool IsReplaced(SpecEntry entry) =>
        (!entry.IsApi && entry.BaseId is null && _replaced.Contains(entry.Id)) || (entry.IsPacked && _own.Contains((entry.IsApi, entry.Id)));

    public bool Equals(SpecCatalog? other) => other is not null && _entries == other._entries;

    public override bool Equals(object? obj) => Equals(obj as SpecCatalog);

    public override int GetHashCode() => _entries.GetHashCode();

    private EquatableArray<SpecEntry> OtherVersions(string id) => _versions[Ends(id)].Where(entry => entry.Id != id).ToEquatableArray();

    // An id is gateway/version/method.
    private static (string Gateway, string Method) Ends(string id) =>
        (id.Substring(0, id.IndexOf('/') + 1), id.Substring(id.LastIndexOf('/') + 1));

    private static Dictionary<string, SpecEntry> First(IEnumerable<SpecEntry> entries) =>
        entries.GroupBy(entry => entry.Id, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
}
