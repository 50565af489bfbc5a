namespace Apm.Specs;

/// <summary>Names that a spec gives to generated types: capital letter first, then ASCII letters and digits.</summary>
internal static class CSharpIdentifier
{
    public static string? Check(SpecValue entry)
    {
        if (entry.Scalar() is not { } scalar)
        {
            return null;
        }

        if (scalar.Value.Length <= 100
            && scalar.Value[0] is >= 'A' and <= 'Z'
            && scalar.Value.All(c => c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9')))
        {
            return scalar.Value;
        }

        entry.Diagnostics.Add(
            SpecDescriptors.WrongKind,
            scalar.Span,
            $"{MessageText.Of(scalar.Value)} is not a valid name of a C# type: write a capital letter, then letters and digits; "
                + $"'{entry.Name}' must be {entry.Hint}");
        return null;
    }
}
