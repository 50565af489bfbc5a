namespace Apm.Specs;

/// <summary>A consent has a value that the gateway insists on, and that only the merchant may give.</summary>
internal static class ConsentCheck
{
    public static FieldDeclaration Check(FieldDeclaration own, FieldDeclaration all, ScalarSyntax only, DiagnosticBag report)
    {
        Facet[] given = [Facets.Default, Facets.Preset];
        foreach (var facet in given)
        {
            if (own.KeyOf(facet) is { } key)
            {
                report.Add(
                    SpecDescriptors.NotApplicable,
                    key,
                    $"'{facet.Name}' is not for a value that the merchant has to set to {only.Value}: remove it, or remove 'const'");
            }
        }

        return all.Without(given);
    }
}
