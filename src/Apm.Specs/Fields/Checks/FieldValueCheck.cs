namespace Apm.Specs;

/// <summary>The values of <c>default</c> and <c>preset</c> must be values that the field can have.</summary>
internal static class FieldValueCheck
{
    /// <summary>A field has one of the two.</summary>
    public static (FieldDeclaration Own, FieldDeclaration All) One(FieldDeclaration own, FieldDeclaration all, FieldType type, DiagnosticBag report)
    {
        if (own.KeyOf(Facets.Default) is not { } key
            || !own.IsWritten(Facets.Preset)
            || all.Find(Facets.Const) is not null
            || !Facets.Default.Fits(type)
            || FieldPath.IsItem(own.Path))
        {
            return (own, all);
        }

        report.Add(SpecDescriptors.Contradiction, key, "a preset is always sent, so that the gateway has nothing to assume: keep 'preset' or 'default'");
        return (own.Without(Facets.Default), all.Without(Facets.Default));
    }

    public static FieldDeclaration Check(FieldDeclaration own, FieldDeclaration all, FieldType type, DiagnosticBag report)
    {
        var field = all;
        foreach (var (facet, _) in all.Entries.Items)
        {
            if (facet is FieldValueFacet known && all.Value(known) is { } value && Problem(all, value, type, report.Suggestions) is { } problem)
            {
                report.Add(
                    SpecDescriptors.WrongKind,
                    own.Find(known)?.Place ?? all.Key.Span,
                    $"'{facet.Name}' is {MessageText.Of(value.Value)}, which this field cannot be: {problem}");
                field = field.Without(facet);
            }
        }

        return field;
    }

    // A list of values says all about their form.
    private static string? Problem(FieldDeclaration field, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        (field.Find(Facets.Values) is null ? TypeForm.Problem(type, value.Value) : null)
        ?? field.Entries.Items.Select(item => item.Facet.Problem(field, value, type, suggestions)).FirstOrDefault(problem => problem is not null);
}
