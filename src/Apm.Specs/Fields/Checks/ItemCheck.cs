namespace Apm.Specs;

/// <summary>An item of a list and a value of a map are always present, and only the merchant sets them.</summary>
internal static class ItemCheck
{
    private static readonly Facet[] s_notForItems = [Facets.Required, Facets.Default, Facets.Preset];

    public static (FieldDeclaration All, FieldType Type) Check(FieldDeclaration own, FieldDeclaration all, FieldType type, DiagnosticBag report)
    {
        var isMap = FieldPath.IsMapValue(own.Path);
        foreach (var facet in s_notForItems)
        {
            if (own.KeyOf(facet) is { } key)
            {
                report.Add(
                    SpecDescriptors.NotApplicable,
                    key,
                    $"'{facet.Name}' does not apply to {(isMap ? "the values of a map" : "the items of a list")}: remove it"
                        + (facet == Facets.Required ? $", or write it at {MessageText.Of(FieldPath.Parent(own.Path))}" : ""));
            }
        }

        if (isMap && type != FieldType.String)
        {
            report.Add(
                SpecDescriptors.WrongKind,
                own.Place(Facets.Type),
                $"the values of a map cannot be of type {TypeFacet.Id(type)}: write type: string");
            type = FieldType.String;
        }

        if (type == FieldType.Const)
        {
            return (all.Without(s_notForItems), type);
        }

        if (type is FieldType.Boolean or FieldType.List or FieldType.Map)
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
