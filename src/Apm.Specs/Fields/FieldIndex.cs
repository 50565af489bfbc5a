namespace Apm.Specs;

/// <summary>The fields of a body by their paths: rules name them again and again.</summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<string, FieldModel> _byPath = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];

    public FieldIndex(FieldModel root)
    {
        Add(root);
    }

    /// <summary>Of all fields, without those of items, in the order of the body.</summary>
    public IReadOnlyList<string> Paths => _paths;

    public FieldModel? Find(string path) => _byPath.TryGetValue(path, out var field) ? field : null;

    private void Add(FieldModel field)
    {
        foreach (var member in field.Members)
        {
            _byPath[member.Path] = member;
            if (!FieldPath.IsItem(member.Path))
            {
                _paths.Add(member.Path);
            }

            Add(member);
        }
    }
}
