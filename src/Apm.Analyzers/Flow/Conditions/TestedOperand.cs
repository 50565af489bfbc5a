using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The operand that a condition tests.</summary>
/// <param name="Entity">The key for facts about the operand; null if it has no name, or may have another value when it is read again.</param>
internal readonly record struct TestedOperand(IOperation Operation, Value Value, object? Entity);
