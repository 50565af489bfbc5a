namespace Apm.Specs;

/// <summary>Checks that at least one text has the <c>length</c> of the field and matches the pattern of the field or of its type.</summary>
internal static class LengthCheck
{
    public static FieldDeclaration Check(FieldDeclaration own, FieldDeclaration all, FieldType type, DiagnosticBag report)
    {
        var pattern = all.Value(Facets.Pattern);
        if (all.Value(Facets.Length) is not { } length
            || (pattern ?? KnownPatterns.Of(type, all.Value(Facets.Plus)))?.Lengths is not { } lengths
            || !(lengths.Min > length.Max || lengths.Max < length.Min))
        {
            return all;
        }

        var (other, what) = pattern is null ? ((Facet)Facets.Type, "text of type " + TypeFacet.Id(type)) : (Facets.Pattern, "text that matches the pattern");
        report.Add(
            SpecDescriptors.Pattern,
            own.IsWritten(Facets.Length) ? own.Place(Facets.Length) : own.IsWritten(other) ? own.Place(other) : own.Key.Span,
            $"no value is valid, because a {what} has {RangeText.Of(new RangeModel(lengths.Min, lengths.Max))} characters, "
                + $"and 'length' is {RangeText.Of(length)}: change one of them");
        return all.Without(Facets.Length);
    }
}
