namespace Apm.Specs;

/// <summary>Ids of APIs and methods: they become folders, names of files and C# names.</summary>
internal static class SpecId
{
    public static void Check(SpecValue? entry, string kind)
    {
        if (entry?.Scalar() is not { } scalar)
        {
            return;
        }

        var isApi = kind == "api";
        var isFit = scalar.Value.Length <= 100
            && scalar.Value.Split('/').All(part => part.Length > 0 && part[0] is (>= 'a' and <= 'z') or (>= '0' and <= '9'))
            && (isApi || scalar.Value.IndexOf('/') < 0 && char.IsLetter(scalar.Value[0]))
            && scalar.Value.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' || (isApi && c is '.' or '/'));
        if (!isFit)
        {
            entry.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                scalar.Span,
                $"{MessageText.Of(scalar.Value)} is not a valid id: write lowercase letters, digits, _ and -, "
                    + (isApi ? "with / between the gateway and the version" : "with a letter first")
                    + $"; '{kind}' must be {entry.Hint}");
        }
    }
}
