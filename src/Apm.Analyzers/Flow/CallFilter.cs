using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>
/// Rejects operations that call a method without any part in a spec. Each method is examined once, because the same few thousand
/// methods are called everywhere.
/// </summary>
internal sealed class CallFilter
{
    private readonly UsageContext _context;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly Func<IMethodSymbol, bool> _examine;

    public CallFilter(UsageContext context) => (_context, _examine) = (context, Examine);

    /// <summary>Whether the operation calls no method, or one that must be examined at this call.</summary>
    public bool MayMatter(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: var method } => MayMatter(method),
        IObjectCreationOperation { Constructor: { } constructor } => MayMatter(constructor),
        _ => true,
    };

    private bool MayMatter(IMethodSymbol method) => _known.GetOrAdd(method.OriginalDefinition, _examine);

    private bool Examine(IMethodSymbol method)
    {
        method = method.ReducedFrom ?? method;
        return _context.Types.IsMoney(method.ContainingType)
            || (method.MethodKind == MethodKind.Constructor && _context.Constraints.HasTypeName(method.ContainingType.Name))
            || _context.Constraints.PassedBy(method) is not null
            || _context.Constraints.IsOperation(method)
            || _context.Constraints.InferredReason(method) is not null
            || SecretCollections.IsAdding(method)
            || (IsGeneric(method) && _context.Constraints.MayHaveAttributes(method))
            || _context.MethodUses.MayContain(method);
    }

    // The types of its parameters differ between calls.
    private static bool IsGeneric(IMethodSymbol method) => method.IsGenericMethod || method.ContainingType is { IsGenericType: true };
}
