using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Statements in the order of execution.</summary>
internal sealed partial class Interpreter
{
    /// <returns>The states of all paths that reach the end.</returns>
    private PathState[] Execute(IOperation? operation, PathState[] envs)
    {
        if (operation is null || envs.Length == 0 || !TryGoDeeper())
        {
            return envs;
        }

        var ends = ExecuteKind(operation, envs);
        _nesting--;
        return ends;
    }

    private PathState[] ExecuteKind(IOperation operation, PathState[] envs)
    {
        switch (operation)
        {
            case IBlockOperation block:
                return Execute(block.Operations, envs);
            case IMethodBodyOperation body:
                return Execute(body.BlockBody ?? body.ExpressionBody, envs);
            case IConstructorBodyOperation body:
                return Execute(body.BlockBody ?? body.ExpressionBody, Execute(body.Initializer, envs));
            case ISymbolInitializerOperation initializer:
                return Execute(initializer.Value, envs);
            case IVariableDeclarationGroupOperation group:
                return Execute(group.Declarations.SelectMany(declaration => declaration.Declarators), envs);
            case IVariableDeclaratorOperation declarator:
                return Each(envs, env => Declare(declarator, env));
            case IConditionalOperation conditional:
                return Each(envs, env => If(conditional, env));
            case ISwitchOperation switching:
                return Each(envs, env => Switch(switching, env));
            case ILoopOperation loop:
                return Loop(loop, envs);
            case ITryOperation trying:
                return Try(trying, envs);
            case IUsingOperation resource:
                return Execute(resource.Body, Execute(resource.Resources, envs));
            case ILockOperation locked:
                return Execute(locked.Body, Execute(locked.LockedValue, envs));
            case IUsingDeclarationOperation { DeclarationGroup: var group }:
                return Execute(group, envs);
            case ILabeledOperation labeled:
                return Execute(labeled.Operation, Labeled(labeled.Label, labeled, envs));
            case ILocalFunctionOperation function:
                LocalFunction(function, PathState.Empty);
                return envs;
            case IReturnOperation { Kind: OperationKind.Return } returned:
                return Return(returned, envs);
            case IReturnOperation { Kind: OperationKind.YieldBreak }:
                return [];
            case IBranchOperation branch:
                foreach (var env in envs)
                {
                    _frame.Jump(branch.Target, env);
                }

                return [];
            default:
                return Each(envs, env =>
                    Evaluate(operation is IExpressionStatementOperation { Operation: var expression } ? expression : operation, env).Ends());
        }
    }

    private PathState[] Execute(IEnumerable<IOperation> operations, PathState[] envs)
    {
        var settled = operations.Any(operation => operation is ILocalFunctionOperation) ? Settled(PathState.Empty, envs, null) : null;
        foreach (var operation in operations)
        {
            // Code after a return may be reached by a label.
            if (operation is ILabeledOperation labeled && envs.Length == 0)
            {
                envs = Execute(labeled.Operation, Labeled(labeled.Label, labeled, envs));
            }
            else if (operation is ILocalFunctionOperation function)
            {
                LocalFunction(function, settled!);
            }
            else
            {
                envs = Execute(operation, envs);
                settled = settled is not null && operation is IVariableDeclarationGroupOperation declaration ? Settled(settled, envs, declaration) : settled;
            }
        }

        return envs;
    }

    private void LocalFunction(ILocalFunctionOperation function, PathState env)
    {
        if (!IsInPlace(function.Symbol))
        {
            RunApart(function.Body, env);
        }
    }

    /// <summary>
    /// Adds the values that a local function sees wherever it is called: of variables that never change and have one value on all paths. Later
    /// conditions do not count, because it may be called before them.
    /// </summary>
    /// <param name="declaration">The variables; null for all that are known at the start of a block.</param>
    private PathState Settled(PathState settled, PathState[] envs, IVariableDeclarationGroupOperation? declaration)
    {
        if (envs.Length == 0)
        {
            return settled;
        }

        var common = envs.Aggregate((left, right) => left.Meet(right));
        return declaration is null
            ? common.Keep(_frame.Facts.NeverChanges, withFacts: false)
            : declaration.Declarations.SelectMany(declared => declared.Declarators).Select(declarator => declarator.Symbol)
                .Where(_frame.Facts.NeverChanges)
                .Aggregate(settled, (known, symbol) => known.Assign(symbol, common[symbol] is UnknownValue ? Value.Unknown : common[symbol]));
    }

    /// <summary>Paths that split within a statement are joined after it, separately for each path that entered it.</summary>
    private static PathState[] Each(PathState[] envs, Func<PathState, PathState[]> execute) =>
        PathState.Widen(envs.Length == 1 ? PathState.Join(execute(envs[0])) : [.. envs.SelectMany(env => PathState.Join(execute(env)))]);

    private PathState[] Declare(IVariableDeclaratorOperation declarator, PathState env)
    {
        var initializer = declarator.GetVariableInitializer()?.Value;
        var source = Entity(initializer)
            ?? (declarator.Symbol.Type.SpecialType == SpecialType.System_Boolean && initializer is IInvocationOperation ? initializer.Syntax.ToString() : null);
        MadeOf(declarator.Symbol, initializer);
        var envs = Array.ConvertAll(Evaluate(initializer, env), outcome =>
            outcome.Env.Assign(declarator.Symbol, outcome.Value, source ?? (outcome.Value as UnknownValue)?.Source));
        return initializer is IInvocationOperation or IAwaitOperation ? FirstElement(initializer, declarator.Symbol, envs) : envs;
    }

    private PathState[] If(IConditionalOperation conditional, PathState env)
    {
        var (then, otherwise) = Branch(conditional.Condition, env);
        return [.. Execute(conditional.WhenTrue, then), .. Execute(conditional.WhenFalse, otherwise)];
    }

    private PathState[] Switch(ISwitchOperation switching, PathState env)
    {
        var after = EvaluateTested(switching.Value, env)
            .SelectMany(outcome =>
            {
                var tested = new TestedOperand(switching.Value, outcome.Value, Subject(switching.Value));
                PathState[] rest = [Asked(switching.Value, tested, outcome.Env)];
                var sections = new List<(ISwitchCaseOperation Section, PathState[] Envs)>();
                foreach (var section in switching.Cases)
                {
                    var here = Array.Empty<PathState>();
                    foreach (var clause in section.Clauses)
                    {
                        var (matches, fails) = Clause(clause, tested, rest);
                        (here, rest) = ([.. here, .. matches], fails);
                    }

                sections.Add((section, here));
            }

            // The default section runs if no other one matches, wherever it is.
            var ends = new List<PathState>();
            foreach (var (section, envs) in sections)
            {
                var isDefault = section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default);
                PathState[] starts = isDefault ? [.. envs, .. rest] : envs;
                foreach (var clause in section.Clauses)
                {
                    starts = clause.Label is { } label ? Labeled(label, clause, starts) : starts;
                }

                ends.AddRange(Execute(section.Body, PathState.Widen(starts)));
            }

            return sections.Any(section => section.Section.Clauses.Any(clause => clause.CaseKind == CaseKind.Default)) ? ends.ToArray() : [.. ends, .. rest];
        }).ToArray();
        return [.. after, .. _frame.Arrived(switching.ExitLabel)];
    }

    /// <summary>The states at a label. A jump back repeats the code, so the variables that the body assigns are unknown.</summary>
    private PathState[] Labeled(ILabelSymbol label, IOperation place, PathState[] envs)
    {
        if (!_frame.Facts.IsTarget(label))
        {
            return envs;
        }

        PathState[] starts = [.. envs, .. _frame.Arrived(label)];
        var body = PartialRecords.BodyOf(place);
        var isRepeated = body.Descendants().Any(operation =>
            operation is IBranchOperation { BranchKind: BranchKind.GoTo } jump
            && SymbolEqualityComparer.Default.Equals(jump.Target, label)
            && jump.Syntax.SpanStart > place.Syntax.SpanStart);
        return isRepeated ? Interrupted(starts, body) : PathState.Widen(starts);
    }

    private Branches Clause(ICaseClauseOperation clause, TestedOperand tested, PathState[] envs)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation { Value: var value }:
                return Branches.Of(envs.Select(env => Compare(Comparison.Equal, tested, value, value.Syntax, env)));
            case IPatternCaseClauseOperation pattern:
                var (matches, fails) = Match(pattern.Pattern, tested, envs);
                if (pattern.Guard is not { } guard)
                {
                    return new Branches(matches, fails);
                }

                var (passes, stops) = Branches.Of(matches.Select(env => Branch(guard, env)));
                return new Branches(passes, [.. fails, .. stops]);
            case IDefaultCaseClauseOperation:
                return new Branches([], envs);
            default:
                return new Branches(envs, envs);
        }
    }

    private PathState[] Return(IReturnOperation returned, PathState[] envs)
    {
        foreach (var env in envs)
        {
            if (_frame.Secret is { } secret)
            {
                Judge(secret, returned.ReturnedValue, env);
            }

            _frame.Returns.AddRange(Returned(returned.ReturnedValue, env));
        }

        return [];
    }
}
