using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A partly known text, such as <c>$"order {id}"</c>.</summary>
internal sealed record PartialText(TextPart[] Parts) : Value
{
    public IEnumerable<TextPart> Known => Parts.Where(part => part.Text is not null);

    public override Value Via(SyntaxNode expression) =>
        new PartialText(Parts.Select(part => part with { Origin = part.Origin?.Via(expression) }).ToArray());

    public bool Equals(PartialText? other) => other is not null && Parts.Select(part => part.Text).SequenceEqual(other.Parts.Select(part => part.Text));

    public override int GetHashCode() => Parts.Length;
}

/// <param name="Text">Null if the part can be any text, including the empty one.</param>
internal readonly record struct TextPart(string? Text, Origin? Origin);
