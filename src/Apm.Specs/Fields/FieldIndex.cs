namespace Apm.Specs;

/// <summary>Finds the fields of a body by their paths. Rules need this often.</summary>
internal sealed class FieldIndex
{
    private readonly Dictionary<string, FieldModel> _byPath = new(StringComparer.Ordinal);
    private readonly List<string> _paths = [];

    public FieldIndex(FieldModel root)
    {
        Add(root);
    }

    /// <summary>The paths of all fields in the order of the body, except those of items themselves.</summary>
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
