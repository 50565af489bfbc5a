namespace Apm.Specs;

/// <summary>Checks that a space can replace a character that is not allowed: the pattern must be one class that contains the space.</summary>
internal static class UnsupportedCharactersCheck
{
    public static FieldDeclaration Check(FieldDeclaration own, FieldDeclaration all, DiagnosticBag report)
    {
        if (all.Value(Facets.UnsupportedCharacters) is null
            || (PatternFacet.Model(all.Value(Facets.Pattern), all) is { Characters: { } allowed } && allowed.Contains(' ')))
        {
            return all;
        }

        report.Add(
            SpecDescriptors.Contradiction,
            own.IsWritten(Facets.UnsupportedCharacters) ? own.Place(Facets.UnsupportedCharacters) : own.Key.Span,
            $"'{Facets.UnsupportedCharacters.Name}' needs a pattern that is one class of characters with the space in it, such as '[A-Za-z0-9 ]*': "
                + "change the pattern, or remove the key");
        return all.Without(Facets.UnsupportedCharacters);
    }
}
