using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Is told what the interpreter meets, on each way on which it meets it.</summary>
internal interface IFlowObserver
{
    /// <summary>A constrained property was given a value.</summary>
    /// <param name="site">The expression that is being analysed: the assignment, or the call through which the value came here.</param>
    /// <param name="value">The expression of the value.</param>
    void Assigned(IPropertySymbol target, SyntaxNode site, SyntaxNode value, Value known);

    /// <summary>Money was made.</summary>
    /// <param name="made">The expression that made it.</param>
    void Made(SyntaxNode site, SyntaxNode made, MoneyValue money);

    /// <summary>An object was made whose type has rules.</summary>
    void Made(SyntaxNode site, RecordValue record);
}
