namespace Apm.Specs;

/// <summary>Reads a key whose value is the name of one JSON member.</summary>
internal static class MemberName
{
    private const int MaxLength = 100;

    public static string? Read(SpecValue? entry)
    {
        if (entry?.Text(MaxLength) is not { } name)
        {
            return null;
        }

        if (JsonName.IsValid(name))
        {
            return name;
        }

        var isPath = name.IndexOfAny(['.', '[', ']']) >= 0;
        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            entry.Value.Span,
            $"{MessageText.Of(name)} is {(isPath ? "a path" : "not the name of a JSON member")}: "
                + $"'{entry.Name}' must be {entry.Hint}, without dots and brackets");
        return null;
    }
}
