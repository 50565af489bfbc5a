namespace Apm.Specs;

/// <summary>Whether the keys of a field fit its type, and each other. What does not fit is reported and dropped.</summary>
internal sealed class FieldChecks(DiagnosticBag report, CurrencyNames currencies)
{
    /// <param name="own">What the file itself declares. Only this is reported.</param>
    /// <param name="all">With what it takes over.</param>
    public (FieldDeclaration Field, FieldType Type) Check(FieldDeclaration own, FieldDeclaration all, FieldType type)
    {
        ReportMisfits(own, type);
        (own, all) = FieldValueCheck.One(own, all, type, report);
        if (FieldPath.IsItem(own.Path))
        {
            (all, type) = ItemCheck.Check(own, all, type, report);
        }

        if (type == FieldType.Boolean && all.Find(Facets.Const) is { } only)
        {
            all = ConsentCheck.Check(own, all, only.Value, report);
        }

        foreach (var (facet, _) in all.Entries.Items)
        {
            all = facet.Fits(type) ? facet.Check(own, all, type, currencies, report) : all.Without(facet);
        }

        all = LengthCheck.Check(own, all, type, report);
        if (type == FieldType.Enum && all.Find(Facets.Values) is null)
        {
            if (!own.IsWritten(Facets.Values))
            {
                report.Add(SpecDescriptors.MissingKey, own.Place(Facets.Type), "an enum needs its values: add values: [FIRST, SECOND]");
            }

            type = FieldType.String;
        }

        return (FieldValueCheck.Check(own, all, type, report), type);
    }

    private void ReportMisfits(FieldDeclaration own, FieldType type)
    {
        foreach (var (facet, entry) in own.Entries.Items)
        {
            if (entry.Key is { } key && !facet.Fits(type))
            {
                report.Add(
                    SpecDescriptors.NotApplicable,
                    key,
                    $"'{facet.Name}' is for {MessageText.List(facet.Types.Select(TypeFacet.Id))}; this field is of type {TypeFacet.Id(type)}: "
                        + "remove it, or change the type");
            }
        }
    }
}
