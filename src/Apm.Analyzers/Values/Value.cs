using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>What is known about the value of an expression. Values are equal if the same is known, whatever their origin.</summary>
internal abstract record Value
{
    public static readonly Value Unknown = new UnknownValue();

    /// <summary>The same value with a longer origin: an expression that refers to it, such as a local or a call.</summary>
    public virtual Value Via(SyntaxNode expression) => this;
}
