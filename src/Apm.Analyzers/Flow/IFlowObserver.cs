using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Gets everything that the interpreter finds, once for each path.</summary>
internal interface IFlowObserver
{
    /// <summary>A constrained property was assigned.</summary>
    /// <param name="site">The expression under analysis: the assignment, or the call through which the value came here.</param>
    /// <param name="value">The expression of the value.</param>
    /// <param name="holder">The type of the object in the code, if it may be more derived than the one that declares the property.</param>
    void Assigned(IPropertySymbol target, SyntaxNode site, SyntaxNode value, Value known, ITypeSymbol? holder = null);

    /// <summary>Money was created.</summary>
    /// <param name="made">The expression that created it.</param>
    void Made(SyntaxNode site, SyntaxNode made, MoneyValue money);

    /// <summary>A request is sent about a payment.</summary>
    /// <param name="payment">The type of the payment in the code.</param>
    /// <param name="value">The expression of the request.</param>
    void Sent(ITypeSymbol payment, SyntaxNode site, SyntaxNode value, RecordValue request);

    /// <summary>An object whose type has rules was created.</summary>
    void Made(SyntaxNode site, RecordValue record);
}
