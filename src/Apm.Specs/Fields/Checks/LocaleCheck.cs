using Apm.Iso;

namespace Apm.Specs;

/// <summary>Checks that every value of a locale is a language and a country with the separator of the field between them.</summary>
internal static class LocaleCheck
{
    public static FieldDeclaration Check(FieldDeclaration all, FieldType type, DiagnosticBag report)
    {
        if (type != FieldType.Locale)
        {
            return all;
        }

        foreach (var facet in new FieldValueFacet[] { Facets.Default, Facets.Preset })
        {
            if (all.Value(facet) is { } value && !IsKnown(value, all, report))
            {
                all = all.Without(facet);
            }
        }

        if (all.Find(Facets.Values) is not { Value: { } values } entry)
        {
            return all;
        }

        // Values of the base were checked there.
        var known = entry.Key is null ? values : values.Where(value => IsKnown(value, all, report)).ToList();
        return known.Count == values.Count ? all : known.Count == 0 ? all.Without(Facets.Values) : all.With(Facets.Values, known);
    }

    private static bool IsKnown(ScalarSyntax value, FieldDeclaration field, DiagnosticBag report)
    {
        var separator = (field.Value(Facets.Separator) ?? "-")[0];
        if (LocaleCode.IsKnown(value.Value, separator))
        {
            return true;
        }

        report.Add(
            SpecDescriptors.UnknownCode,
            value.Span,
            LocaleCode.IsKnown(value.Value, separator == '-' ? '_' : '-')
                ? $"{MessageText.Of(value.Value)} has another separator than {separator}: "
                    + $"write {value.Value.Substring(0, 2)}{separator}{value.Value.Substring(3)}, or change 'separator'"
                : $"{MessageText.Of(value.Value)} is not a language and a country: write codes of ISO 639-1 and ISO 3166-1, such as de{separator}DE");
        return false;
    }
}
