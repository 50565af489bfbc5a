namespace Apm.Specs;

/// <summary>Checks that the keys of a field fit its type and each other. Other keys are reported and ignored.</summary>
internal sealed class FieldChecks(DiagnosticBag report, CurrencyNames currencies)
{
    /// <param name="own">What the file itself declares. Only this is reported.</param>
    /// <param name="all">What it declares or inherits.</param>
    public (FieldDeclaration Field, FieldType Type) Check(FieldDeclaration own, FieldDeclaration all, FieldType type)
    {
        ReportKeysOfOtherTypes(own, type);
        (own, all) = FieldValueCheck.RemoveDefaultOfPreset(own, all, type, report);
        if (FieldPath.IsItem(own.Path) || FieldPath.IsMapValue(own.Path))
        {
            (all, type) = ItemCheck.Check(own, all, type, report);
        }

        if (type == FieldType.Boolean && all.Find(Facets.Const) is { } constant)
        {
            all = ConsentCheck.Check(own, all, constant.Value, report);
        }

        foreach (var (facet, _) in all.Entries.Items)
        {
            all = facet.Fits(type) ? facet.Check(own, all, type, currencies, report) : all.Without(facet);
        }

        all = LengthCheck.Check(own, all, type, report);
        all = UnsupportedCharactersCheck.Check(own, all, report);
        all = LocaleCheck.Check(all, type, report);
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

    private void ReportKeysOfOtherTypes(FieldDeclaration own, FieldType type)
    {
        foreach (var (facet, entry) in own.Entries.Items)
        {
            if (entry.Key is { } key && !facet.Fits(type))
            {
                report.Add(
                    SpecDescriptors.NotApplicable,
                    key,
                    $"'{facet.Name}' applies only to {MessageText.List(facet.Types.Select(TypeFacet.Id))}; this field is of type {TypeFacet.Id(type)}: "
                        + "remove it, or change the type");
            }
        }
    }
}
