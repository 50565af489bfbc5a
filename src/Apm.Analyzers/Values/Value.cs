using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>What is known of an expression's value. Values are equal if they say the same, wherever they come from.</summary>
internal abstract record Value
{
    public static readonly Value Unknown = new UnknownValue();

    /// <summary>The same value, seen through an expression that stands for it: a reference to a local, a call.</summary>
    public virtual Value Via(SyntaxNode expression) => this;
}
