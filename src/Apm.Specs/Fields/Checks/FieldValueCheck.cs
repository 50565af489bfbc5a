namespace Apm.Specs;

/// <summary>Checks that <c>default</c> and <c>preset</c> are values that the field can have.</summary>
internal static class FieldValueCheck
{
    /// <summary>Reports and removes a <c>default</c> that is declared together with a <c>preset</c>.</summary>
    public static (FieldDeclaration Own, FieldDeclaration All) RemoveDefaultOfPreset(
        FieldDeclaration own,
        FieldDeclaration all,
        FieldType type,
        DiagnosticBag report)
    {
        if (own.KeyOf(Facets.Default) is not { } key
            || !own.IsWritten(Facets.Preset)
            || all.Find(Facets.Const) is not null
            || !Facets.Default.Fits(type)
            || FieldPath.IsItem(own.Path))
        {
            return (own, all);
        }

        report.Add(SpecDescriptors.Contradiction, key, "a preset is always sent, so the gateway never uses its default: keep 'preset' or 'default'");
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
                    $"'{facet.Name}' is {MessageText.Of(value.Value)}, which this field does not allow: {problem}");
                field = field.Without(facet);
            }
        }

        return field;
    }

    // Listed values are allowed in every form.
    private static string? Problem(FieldDeclaration field, ScalarSyntax value, FieldType type, Suggestions suggestions) =>
        (field.Find(Facets.Values) is null ? TypeForm.Problem(type, value.Value) : null)
        ?? field.Entries.Items.Select(item => item.Facet.Problem(field, value, type, suggestions)).FirstOrDefault(problem => problem is not null);
}
