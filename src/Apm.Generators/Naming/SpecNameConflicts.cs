using System.Collections.Immutable;
using Apm.Specs;

namespace Apm.Generators;

/// <summary>Specs whose types or files would have the names of another spec's. The first file in ordinal order keeps the name.</summary>
internal sealed record SpecNameConflicts(EquatableArray<NameConflict> All)
{
    public bool Excludes(string file) => All.Any(clash => clash.File == file);

    public static SpecNameConflicts Find(ImmutableArray<MethodSummary> methods)
    {
        var names = new Names();
        foreach (var ns in methods.Select(method => method.Namespace).Distinct().OrderBy(ns => ns, StringComparer.Ordinal))
        {
            names.AddNamespace(ns);
        }

        var clashes = new List<NameConflict>();
        foreach (var group in methods
                .GroupBy(method => (method.Api, method.Namespace))
                .OrderBy(group => group.Key.Api.Length == 0)
                .ThenBy(group => group.Key.Api, StringComparer.Ordinal)
                .ThenBy(group => group.Key.Namespace, StringComparer.Ordinal))
        {
            var inOrder = group.OrderBy(method => method.IsStub).ThenBy(method => method.File, StringComparer.Ordinal).ToList();
            var (api, ns) = group.Key;
            if (api.Length > 0)
            {
                var types = inOrder[0].ApiTypes.Concat(inOrder.SelectMany(method => method.SharedTypes)).Distinct().Select(type => type with { Path = "" });
                if (names.Claim(api, ns, HintName.Stem(ns, api), types) is { } taken)
                {
                    clashes.AddRange(
                        inOrder.Select(method => new NameConflict(
                            method.File,
                            "",
                            $"{api} and {taken.Owner} would both create {taken.What}; "
                                + "give one of them another namespace: <ApmSpec Update=\"…\" Namespace=\"…\" />")));
                    continue;
                }
            }

            foreach (var method in inOrder)
            {
                if (names.Claim(method.SpecId, ns, HintName.Stem(ns, method.IsStub ? method.Id + "/Stub" : method.SpecId), method.Declares) is { } taken)
                {
                    var first = inOrder.First(other => other.SpecId == method.SpecId);
                    clashes.Add(
                        new NameConflict(
                            method.File,
                            taken.Path,
                            taken.Owner == method.SpecId
                                ? $"{method.SpecId} is also declared in {Short(first.File)}: give one of them another id"
                                : $"{method.SpecId} and {taken.Owner} would both create {taken.What}; {WayOut(taken, method)}"));
                }
            }
        }

        return new SpecNameConflicts(clashes.ToEquatableArray());
    }

    // Copies of a file have the same name in another folder.
    private static string Short(string file) => file.Split('/', '\\') is var parts ? string.Join("/", parts.Skip(parts.Length - 2)) : file;

    private static string WayOut(Taken taken, MethodSummary method) =>
        taken.Path.Length > 0 ? $"give '{taken.Path}' a type-name of its own"
        : taken.Owner == method.Api ? "the API's names begin with the value of 'client' in its file: write another one"
        : "rename one of them, or give it another namespace: <ApmSpec Update=\"…\" Namespace=\"…\" />";

    /// <param name="Path">The path of the field of the name; empty for the spec itself.</param>
    private sealed record Taken(string Owner, string What, string Path);

    private sealed class Names
    {
        private readonly Dictionary<(string Namespace, string Type), string> _types = [];

        // File names that differ only in case would be one file.
        private readonly Dictionary<string, string> _files = new(StringComparer.OrdinalIgnoreCase);

        // A type must not have the name of a namespace at the same level.
        public void AddNamespace(string ns)
        {
            for (var dot = ns.LastIndexOf('.'); dot >= 0; ns = ns.Substring(0, dot), dot = ns.LastIndexOf('.'))
            {
                _types[(ns.Substring(0, dot), ns.Substring(dot + 1).TrimStart('@'))] = "the namespace " + ns;
            }
        }

        /// <summary>Takes all of the names, or none if one of them has an owner.</summary>
        public Taken? Claim(string owner, string ns, string file, IEnumerable<DeclaredType> types)
        {
            var all = types.ToList();
            if (_files.TryGetValue(file, out var other))
            {
                return new Taken(other, $"files named {file}, or with other capitals and dots", "");
            }

            foreach (var type in all)
            {
                if (_types.TryGetValue((ns, type.Name), out other))
                {
                    return new Taken(other, $"{type.Name} in the namespace {ns}", type.Path);
                }
            }

            _files.Add(file, owner);
            foreach (var type in all)
            {
                _types[(ns, type.Name)] = owner;
            }

            return null;
        }
    }
}

/// <param name="File">The file of the spec without code.</param>
/// <param name="Path">The path of the field of the name; empty for the spec itself.</param>
internal sealed record NameConflict(string File, string Path, string Message);
