namespace Apm.Specs;

/// <summary>Checks that a method keeps the type of a field, or replaces it with a type all of whose values are values of the old type.</summary>
internal static class TypeNarrowing
{
    public static FieldDeclaration Check(FieldDeclaration own, FieldDeclaration inherited, Narrowing narrowing)
    {
        if (own.Type is { } type && inherited.Type is { } old && !IsWithin(type, old))
        {
            narrowing.ReportWider(
                own,
                inherited,
                Facets.Type,
                $"the type {TypeFacet.Id(type)} is different from {TypeFacet.Id(old)}",
                type == FieldType.Const && Facets.Values.Fits(old) && own.Value(Facets.Const) is { } only
                    ? $"write values: [{MessageText.Plain(only.Value)}]"
                    : "write a new field, or leave the type out");
            own = (own with { Type = null, SharedType = null }).Without(Facets.Const);
        }

        if (own.SharedType is { } shared && inherited.SharedType is { } other && shared != other)
        {
            narrowing.ReportWider(
                own,
                inherited,
                Facets.Type,
                $"the type {shared} is different from {other}",
                "leave the type out, and narrow its members one by one");
        }

        return own;
    }

    private static bool IsWithin(FieldType own, FieldType old) =>
        own == old
        || (old == FieldType.String
            && own is not (FieldType.Object or FieldType.List or FieldType.Money or FieldType.Integer or FieldType.MinorUnits or FieldType.Decimal)
            && own is not (FieldType.Boolean or FieldType.DateTime or FieldType.Map))
        || (old == FieldType.Enum && own == FieldType.Const);
}
