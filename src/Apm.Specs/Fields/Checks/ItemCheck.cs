namespace Apm.Specs;

/// <summary>An item of a list is always present, and only the merchant sets its value.</summary>
internal static class ItemCheck
{
    private static readonly Facet[] s_notForItems = [Facets.Required, Facets.Default, Facets.Preset];

    public static (FieldDeclaration All, FieldType Type) Check(FieldDeclaration own, FieldDeclaration all, FieldType type, DiagnosticBag report)
    {
        foreach (var facet in s_notForItems)
        {
            if (own.KeyOf(facet) is { } key)
            {
                report.Add(
                    SpecDescriptors.NotApplicable,
                    key,
                    $"'{facet.Name}' does not apply to the items of a list: remove it"
                        + (facet == Facets.Required ? $", or write it at {MessageText.Of(FieldPath.Parent(own.Path))}" : ""));
            }
        }

        if (type == FieldType.Const)
        {
            return (all.Without(s_notForItems), type);
        }

        if (type is FieldType.Boolean or FieldType.List)
        {
            report.Add(
                SpecDescriptors.WrongKind,
                own.Place(Facets.Type),
                $"the items of a list cannot be of type {TypeFacet.Id(type)}: choose another type");
            type = FieldType.String;
        }

        return (all.Without([.. s_notForItems, Facets.Const]), type);
    }
}
