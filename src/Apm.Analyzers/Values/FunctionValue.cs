using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>A lambda or the name of a method, as the value of a delegate.</summary>
/// <param name="Body">Null if it is not known.</param>
/// <param name="Surroundings">How the body around a lambda uses its variables.</param>
internal sealed record FunctionValue(IMethodSymbol Method, IOperation? Body, VariableUsage Surroundings) : Value
{
    public bool Equals(FunctionValue? other) => other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}
