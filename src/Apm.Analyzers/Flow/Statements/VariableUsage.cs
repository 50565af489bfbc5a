using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>How a body uses its locals and parameters, on any path.</summary>
internal sealed class VariableUsage
{
    private static readonly ConditionalWeakTable<IOperation, VariableUsage> s_known = new();

    /// <summary>The usage in a single expression.</summary>
    public static readonly VariableUsage None = new();

    private readonly Dictionary<ISymbol, int> _assignments = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _untracked = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, List<IInvocationOperation>> _changes = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ILabelSymbol> _targets = new(SymbolEqualityComparer.Default);
    private readonly IOperation? _body;

    // Needed only where a collection is known.
    private Dictionary<ISymbol, bool>? _onlyRead;

    private VariableUsage()
    {
    }

    private VariableUsage(IOperation body)
    {
        _body = body;
        foreach (var operation in body.DescendantsAndSelf())
        {
            switch (operation.Kind)
            {
                case OperationKind.YieldReturn or OperationKind.YieldBreak:
                    IsIterator = true;
                    break;
                case OperationKind.Branch when operation is IBranchOperation { BranchKind: BranchKind.GoTo, Target: var target }:
                    _targets.Add(target);
                    break;
                case OperationKind.ExpressionStatement when operation is IExpressionStatementOperation { Operation: var statement }:
                    AddChanges(statement is IAwaitOperation { Operation: var awaited } ? awaited : statement);
                    break;
                // The most frequent operations. They have no children of interest.
                case OperationKind.LocalReference
                or OperationKind.ParameterReference
                or OperationKind.Literal
                or OperationKind.Invocation
                or OperationKind.PropertyReference
                or OperationKind.FieldReference
                or OperationKind.Conversion
                or OperationKind.Binary
                or OperationKind.InstanceReference
                or OperationKind.Block
                or OperationKind.VariableInitializer:
                    break;
                default:
                    Add(operation, body);
                    break;
            }
        }
    }

    public bool IsIterator { get; }

    /// <summary>Whether a statement calls a method of the local, or passes a collection in it, which may change it.</summary>
    public bool IsChanged(ISymbol local) => _changes.ContainsKey(local);

    /// <summary>What decides whether and how such statements change the local: the conditions around them and their arguments.</summary>
    public IEnumerable<IOperation> ReasonsOf(ISymbol local)
    {
        foreach (var change in _changes.TryGetValue(local, out var changes) ? changes : [])
        {
            foreach (var argument in change.Arguments)
            {
                yield return argument.Value;
            }

            for (IOperation? inner = change; inner.Parent is { } outer and not (IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer)
            {
                var reason = outer switch
                {
                    IConditionalOperation { Condition: var condition } => condition,
                    ISwitchOperation { Value: var value } => value,
                    IForEachLoopOperation { Collection: var collection } => collection,
                    IWhileLoopOperation { Condition: var condition } => condition,
                    _ => null,
                };
                if (reason is not null)
                {
                    yield return reason;
                }
            }
        }
    }

    /// <summary>Whether the symbol is assigned at several places.</summary>
    public bool IsReassigned(ISymbol symbol) => _assignments.TryGetValue(symbol, out var count) && count > 1;

    /// <summary>Whether a <c>goto</c> jumps to the label.</summary>
    public bool IsTarget(ILabelSymbol label) => _targets.Contains(label);

    public static VariableUsage Of(IOperation body) => s_known.GetValue(body, static body => new VariableUsage(body));

    /// <summary>Whether the symbol can change in a way that does not follow the order of statements.</summary>
    public bool IsUntracked(ISymbol symbol) => _untracked.Contains(symbol);

    /// <summary>Whether a local has one value during its lifetime, or a parameter keeps the value of its argument.</summary>
    public bool NeverChanges(ISymbol symbol) =>
        _assignments.TryGetValue(symbol, out var count) ? count == 1 && symbol is ILocalSymbol : symbol is IParameterSymbol;

    /// <summary>Whether the body only reads the collection to which a local or parameter refers.</summary>
    public bool IsOnlyRead(ISymbol symbol)
    {
        lock (_untracked)
        {
            _onlyRead ??= new Dictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
            return _onlyRead.TryGetValue(symbol, out var known)
                ? known
                : _onlyRead[symbol] = _body!.Descendants()
                    .Where(operation => operation is ILocalReferenceOperation or IParameterReferenceOperation)
                    .Where(operation => SymbolEqualityComparer.Default.Equals(AssignedVariables.Target(operation), symbol))
                    .All(operation => CollectionReferences.IsRead(operation)
                        || (operation.Parent is IAssignmentOperation assignment && assignment.Target == operation));
        }
    }

    private void AddChanges(IOperation statement)
    {
        if (statement is not IInvocationOperation call)
        {
            return;
        }

        AddChange((call.Instance as ILocalReferenceOperation)?.Local, call);
        foreach (var argument in call.Arguments)
        {
            AddChange(
                Interpreter.Unwrap(argument.Value) is ILocalReferenceOperation
                {
                    Local: { Type: INamedTypeSymbol { IsGenericType: true, ContainingNamespace.Name: "Generic" } } collection
                }
                    ? collection
                    : null,
                call);
        }
    }

    private void AddChange(ISymbol? local, IInvocationOperation call)
    {
        if (local is null)
        {
            return;
        }

        if (!_changes.TryGetValue(local, out var changes))
        {
            _changes.Add(local, changes = []);
        }

        changes.Add(call);
    }

    private void Add(IOperation operation, IOperation body)
    {
        foreach (var symbol in AssignedVariables.By(operation))
        {
            _assignments[symbol] = _assignments.TryGetValue(symbol, out var count) ? count + 1 : 1;
            if (IsElsewhere(operation, body, symbol))
            {
                _untracked.Add(symbol);
            }
        }

        _untracked.UnionWith(Aliased(operation));
    }

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

    private static IEnumerable<ISymbol> Aliased(IOperation operation) =>
        operation switch
        {
            IAddressOfOperation { Reference: var reference } => Aliases(reference),
            IVariableDeclaratorOperation { Symbol: { RefKind: not RefKind.None } local } declarator => Aliases(declarator.GetVariableInitializer()?.Value)
                .Append(local),
            ISimpleAssignmentOperation { IsRef: true } assignment => Aliases(assignment.Value),
            IConditionalOperation { IsRef: true } => Aliases(operation),
            _ => [],
        };

    // An argument that is passed by reference may be returned by reference.
    private static IEnumerable<ISymbol> Aliases(IOperation? reference) =>
        reference is null ? [] : AssignedVariables.Within(reference).Concat(reference.DescendantsAndSelf().Select(AssignedVariables.Target).OfType<ISymbol>());
}
