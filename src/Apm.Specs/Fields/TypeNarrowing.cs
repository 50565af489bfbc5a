namespace Apm.Specs;

/// <summary>A method may keep a field's type, or choose one whose values are values of the type too.</summary>
internal static class TypeNarrowing
{
    public static FieldDeclaration Check(FieldDeclaration own, FieldDeclaration from, Narrowing rules)
    {
        if (own.Type is { } type && from.Type is { } old && !IsWithin(type, old))
        {
            rules.Widens(
                own,
                from,
                Facets.Type,
                $"type {TypeFacet.Id(type)} is another than {TypeFacet.Id(old)}",
                "write a new field, or leave the type out");
            own = (own with { Type = null, SharedType = null }).Without(Facets.Const);
        }

        if (own.SharedType is { } shared && from.SharedType is { } other && shared != other)
        {
            rules.Widens(own, from, Facets.Type, $"type {shared} is another than {other}", "leave the type out, and narrow its members one by one");
        }

        return own;
    }

    private static bool IsWithin(FieldType own, FieldType old) =>
        own == old
        || (old == FieldType.String
            && own is not (FieldType.Object or FieldType.List or FieldType.Money or FieldType.Integer or FieldType.MinorUnits or FieldType.Boolean))
        || (old == FieldType.Enum && own == FieldType.Const);
}
