using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A <see cref="Uri"/> whose text may be known.</summary>
internal sealed record AddressValue(Value Text) : Value
{
    public override Value Via(SyntaxNode expression) => new AddressValue(Text.Via(expression));
}
