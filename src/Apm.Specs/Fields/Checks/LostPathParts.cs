namespace Apm.Specs;

/// <summary>
/// Finds the known path that an author meant who divided a path in another way, such as <c>transaction.reference</c> for
/// <c>transactionReference</c>, or who left out the first parts of a path, such as <c>narrative.line1</c> for
/// <c>instruction.narrative.line1</c>.
/// </summary>
internal sealed class LostPathParts
{
    private readonly HashSet<string> _known;
    private readonly ILookup<string, string> _byLetters;
    private readonly ILookup<string, string> _byEnd;

    public LostPathParts(IEnumerable<string> known)
    {
        _known = new HashSet<string>(known, StringComparer.Ordinal);
        _byLetters = _known.ToLookup(Letters, StringComparer.Ordinal);
        _byEnd = _known.SelectMany(path => Ends(path).Select(end => (end, path))).ToLookup(one => one.end, one => one.path, StringComparer.Ordinal);
    }

    /// <summary>Null if no known path is meant, or if several can be.</summary>
    /// <param name="path">The path of a new field.</param>
    public string? Meant(string path)
    {
        // A new member of an object of the base is not a path that was divided in another way.
        if (_known.Contains(path) || IsObject(FieldPath.Parent(path)))
        {
            return null;
        }

        // A single name is often in several objects.
        var meant = _byLetters[Letters(path)].Concat(path.Contains('.') ? _byEnd[path] : []).Distinct(StringComparer.Ordinal).ToList();
        return meant.Count == 1 && (meant[0].EndsWith(path, StringComparison.Ordinal) ? IsOnlyObject(path) : !meant[0].Contains("[]")) ? meant[0] : null;
    }

    private bool IsObject(string parent) => parent.Length > 0
        && _known.Any(path => path.StartsWith(parent, StringComparison.Ordinal) && (path.Length == parent.Length || path[parent.Length] is '.' or '['));

    // Objects such as an address are in several places, and a new one is probably meant.
    private bool IsOnlyObject(string path)
    {
        var parent = "." + FieldPath.Parent(path);
        return _known.Select(known => "." + FieldPath.Parent(known)).Where(known => known.EndsWith(parent, StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).Count() == 1;
    }

    private static IEnumerable<string> Ends(string path)
    {
        for (var dot = path.IndexOf('.'); dot >= 0; dot = path.IndexOf('.', dot + 1))
        {
            yield return path.Substring(dot + 1);
        }
    }

    private static string Letters(string path) => string.Concat(path.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
