namespace Apm.Specs;

/// <summary>A consent has one value, which the gateway requires and which only the merchant may set.</summary>
internal static class ConsentCheck
{
    public static FieldDeclaration Check(FieldDeclaration own, FieldDeclaration all, ScalarSyntax value, DiagnosticBag report)
    {
        Facet[] given = [Facets.Default, Facets.Preset];
        foreach (var facet in given)
        {
            if (own.KeyOf(facet) is { } key)
            {
                report.Add(
                    SpecDescriptors.NotApplicable,
                    key,
                    $"'{facet.Name}' does not apply to a consent, which the merchant must set to {value.Value}: remove it, or remove 'const'");
            }
        }

        return all.Without(given);
    }
}
