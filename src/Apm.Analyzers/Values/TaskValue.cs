using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A task or another object that gives one value, such as <c>Task.FromResult(value)</c> or a <see cref="Lazy{T}"/>.</summary>
internal sealed record TaskValue(Value Result) : Value
{
    public override Value Via(SyntaxNode expression) => new TaskValue(Result.Via(expression));
}
