using Apm.Sandbox;
using Apm.Specs;

namespace Apm.Tool;

/// <summary>The ids of the specs that come with the tool.</summary>
internal static class PackedIds
{
    /// <summary>The specs of an id, such as <c>my-gateway/2024-01-31/my_wallet</c>, or of all ids that begin with these parts.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static IReadOnlyList<string> FilesOf(string id)
    {
        var all = PackedSpecs.Files.Where(SpecParser.IsSpecFile).Select(file => (File: file, Id: SpecParser.IdOf(file, PackedSpecs.Read(file)))).ToList();
        var found = all.Where(spec => spec.Id == id || spec.Id.StartsWith(id + "/", StringComparison.Ordinal)).Select(spec => spec.File).ToList();
        return found.Count > 0
            ? found
            : throw new UsageException(
                $"'{id}' is neither a file nor a folder, and no packed spec has this id"
                    + (SpellingSuggestion.To(id, all.Select(spec => spec.Id)) is { } near ? $": did you mean '{near}'?" : "."));
    }
}
