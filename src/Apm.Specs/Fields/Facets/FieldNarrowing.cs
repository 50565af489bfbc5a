namespace Apm.Specs;

/// <summary>A field of a file beside that of its base.</summary>
/// <param name="own">What the file declares.</param>
/// <param name="from">What the base declares.</param>
/// <param name="rules">What the base is, and where a problem is reported.</param>
internal sealed class FieldNarrowing(FieldDeclaration own, FieldDeclaration from, Narrowing rules)
{
    public FieldDeclaration Base => from;

    /// <summary>The field's type if the base allows it.</summary>
    public FieldType? Type => own.Type ?? from.Type;

    public Narrowing Rules => rules;

    /// <summary>Reports a value that the base does not allow.</summary>
    /// <param name="what">The problem, to be followed by "in" and the place in the base.</param>
    /// <param name="way">The way out.</param>
    public void Widens(Facet facet, string what, string way) => rules.Widens(own, from, facet, what, way);
}
