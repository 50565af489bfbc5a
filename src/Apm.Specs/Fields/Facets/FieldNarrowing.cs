namespace Apm.Specs;

/// <summary>A field of a file, and the same field of the base.</summary>
/// <param name="own">What the file declares.</param>
/// <param name="inherited">What the base declares.</param>
/// <param name="rules">What the base is, and where a problem is reported.</param>
internal sealed class FieldNarrowing(FieldDeclaration own, FieldDeclaration inherited, Narrowing rules)
{
    public FieldDeclaration Base => inherited;

    public Narrowing Rules => rules;

    /// <summary>Reports a value that is wider than that of the base.</summary>
    /// <param name="problem">What is wider, to be followed by "in" and the place in the base.</param>
    /// <param name="advice">What to change.</param>
    public void ReportWider(Facet facet, string problem, string advice) => rules.ReportWider(own, inherited, facet, problem, advice);
}
