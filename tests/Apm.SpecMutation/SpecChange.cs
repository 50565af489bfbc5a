using Apm.Specs;

namespace Apm.SpecMutation;

/// <summary>A spec in which one fact is another.</summary>
/// <param name="Place">The key of the fact, in the file of the spec.</param>
/// <param name="Fact">What the fact is about, such as <c>instruction.shipping.firstName</c>.</param>
/// <param name="What">What happens to it, such as <c>is deleted</c>.</param>
/// <param name="Text">The spec with the change.</param>
internal sealed record SpecChange(SpecLocation Place, string Fact, string What, string Text)
{
    public override string ToString() => $"{Place.File}:{Place.Span.Line + 1}: {Fact} {What}";
}
