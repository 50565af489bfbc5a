using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The operand that a condition tests, or a part of it that a pattern tests.</summary>
/// <param name="Entity">The key for facts about the operand; null if it has no name, or may have another value when it is read again.</param>
internal readonly record struct TestedOperand(IOperation Operation, Value Value, object? Entity)
{
    /// <summary>The members from the operand to the part, such as <c>.Price.Currency</c>.</summary>
    public string Members { get; init; } = "";

    /// <summary>Whether the value is a part of an object that was followed from its creation, and not a fact from a condition.</summary>
    public bool IsFollowed { get; init; }

    public ITypeSymbol? Type { get; init; } = Interpreter.Unwrap(Operation).Type;

    /// <summary>The same text for the same part.</summary>
    public string Text => Operation.Syntax + Members;
}
