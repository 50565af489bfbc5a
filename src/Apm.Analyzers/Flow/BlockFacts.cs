using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers.Flow;

/// <summary>What a body does to its locals and parameters, whatever way it takes.</summary>
internal sealed class BlockFacts
{
    private static readonly ConditionalWeakTable<IOperation, BlockFacts> Known = new();

    /// <summary>Of an expression by itself.</summary>
    public static readonly BlockFacts None = new();

    private readonly Dictionary<ISymbol, int> _assignments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _untracked = new(SymbolEqualityComparer.Default);

    private BlockFacts()
    {
    }

    private BlockFacts(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            foreach (var symbol in Written.By(operation))
            {
                _assignments[symbol] = _assignments.TryGetValue(symbol, out var count) ? count + 1 : 1;
                if (IsElsewhere(operation, body, symbol))
                {
                    _untracked.Add(symbol);
                }
            }

            if (Aliased(operation) is { } aliased)
            {
                _untracked.Add(aliased);
            }

            HasLabels |= operation is ILabeledOperation;
            IsIterator |= operation is { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak };
        }
    }

    public bool HasLabels { get; }

    public bool IsIterator { get; }

    public static BlockFacts Of(IOperation body) => Known.GetValue(body, static body => new BlockFacts(body));

    /// <summary>Whether the symbol can change in a way that the order of statements does not show.</summary>
    public bool IsUntracked(ISymbol symbol) => _untracked.Contains(symbol);

    /// <summary>Whether a local has one value from its declaration to its end, or a parameter keeps what the caller passed.</summary>
    public bool NeverChanges(ISymbol symbol) =>
        _assignments.TryGetValue(symbol, out var count) ? count == 1 && symbol is ILocalSymbol : symbol is IParameterSymbol;

    // A lambda or local function runs at any time, or never.
    private static bool IsElsewhere(IOperation operation, IOperation body, ISymbol symbol)
    {
        for (var parent = operation.Parent; parent is not null && !ReferenceEquals(parent, body); parent = parent.Parent)
        {
            var function = parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is not null)
            {
                return !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function);
            }
        }

        return false;
    }

    private static ISymbol? Aliased(IOperation operation) => operation switch
    {
        IAddressOfOperation { Reference: var reference } => Written.Target(reference),
        IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } declarator => Written.Target(declarator.GetVariableInitializer()?.Value),
        ISimpleAssignmentOperation { IsRef: true } assignment => Written.Target(assignment.Value),
        _ => null,
    };
}
