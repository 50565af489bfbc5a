using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>What a condition is about.</summary>
/// <param name="Entity">What may be learnt of; null if it has no name, or what is learnt may not be true any more when it is read again.</param>
internal readonly record struct TestedOperand(IOperation Operation, Value Value, object? Entity);
