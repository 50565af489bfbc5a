using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Arrays and other collections, and their elements. Ranges and indices of texts.</summary>
internal sealed partial class Interpreter
{
    // Later versions of Roslyn have a name for this kind.
    private const OperationKind CollectionExpression = (OperationKind)0x7f;

    // More elements are not worth their time.
    private const int MaxElements = 64;

    private Outcome[] CreateList(IOperation creation, IReadOnlyList<IOperation>? elements, PathState env) =>
        elements is null or { Count: > MaxElements } ? Other(creation, env) : Sequence(elements, env, (env, values) =>
            Outcomes.Of(
                env,
                new ListValue(
                    Array.ConvertAll(values, CollectionReferences.AsElement),
                    elements.Select(element => Unwrap(element).Type).ToArray())));

    // A loop over more elements runs once, with an unknown element.
    private const int MaxTurns = 8;

    /// <returns>Null if the number of elements is not known.</returns>
    private static IReadOnlyList<IOperation>? Elements(IOperation operation)
    {
        if (operation.Syntax is not CollectionExpressionSyntax { Elements: var elements })
        {
            return operation.Kind == CollectionExpression ? operation.ChildOperations.ToArray() : null;
        }

        // A child may also be the call that makes the collection from its elements.
        var children = operation.ChildOperations.Where(child => child.Syntax.Parent is ExpressionElementSyntax).ToArray();
        return elements.Count == children.Length && elements.All(element => element is ExpressionElementSyntax) ? children : null;
    }

    /// <summary>A list or dictionary of the framework with an initializer.</summary>
    /// <returns>Null for any other object.</returns>
    private Outcome[]? CreateCollection(IObjectCreationOperation creation, PathState env)
    {
        if (creation is not { Type: { Name: "List" or "Dictionary", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } type }
            || creation.Initializer is not { Initializers: { Length: <= MaxElements } initializers }
            || creation.Arguments.Any(argument => !argument.IsImplicit && Unwrap(argument.Value).Type?.SpecialType != SpecialType.System_Int32))
        {
            return null;
        }

        if (type.Name == "List")
        {
            var elements = initializers.Select(element => element is IInvocationOperation { Arguments: [var only] } ? only.Value : null).ToArray();
            return elements.Contains(null) ? null : CreateList(creation, elements!, env);
        }

        var pairs = initializers.Select(Pair).ToArray();
        if (pairs.Any(pair => pair is null))
        {
            return null;
        }

        return Sequence(pairs.SelectMany(pair => new[] { pair!.Value.Key, pair.Value.Value }).ToArray(), env, (env, values) =>
        {
            var entries = ImmutableDictionary.CreateBuilder<object, Value>();
            for (var index = 0; index < values.Length; index += 2)
            {
                if (values[index] is not ConstantValue { Constant: { } key })
                {
                    return Outcomes.Of(env, Value.Unknown);
                }

                entries[key] = CollectionReferences.AsElement(values[index + 1]);
            }

            return Outcomes.Of(env, new MapValue(entries.ToImmutable()));
        });
    }

    private static (IOperation Key, IOperation Value)? Pair(IOperation element) => element switch
    {
        IInvocationOperation { Arguments: [var key, var value] } => (key.Value, value.Value),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] }, Value: var value } => (key.Value, value),
        _ => null,
    };

    private Outcome[] Indexed(IPropertyReferenceOperation reference, IOperation instance, IOperation index, PathState env) =>
        instance.Type is { SpecialType: SpecialType.System_String } || reference.Property.ContainingType.Name is "List" or "IReadOnlyList" or "ImmutableArray"
            ? ElementAt(reference, instance, EvaluateIndex(reference, instance, index, env))
            : Sequence([instance, index], env, (env, values) => Outcomes.Of(env, Entry(values[0], values[1], null).Via(reference.Syntax)));

    private static Value Entry(Value map, Value key, Value? otherwise) =>
        map is not MapValue { Entries: var entries } || key is not ConstantValue { Constant: { } constant } ? Value.Unknown
        : entries.TryGetValue(constant, out var value) ? value
        : otherwise ?? Value.Unknown;

    private Outcome[] EvaluateIndex(IOperation reference, IOperation instance, IOperation index, PathState env)
    {
        var (start, end) = index is IRangeOperation range ? (range.LeftOperand, range.RightOperand) : (index, null);
        return Sequence([instance, Offset(start), Offset(end)], env, (env, values) => Outcomes.Of(env, (values[0], index) switch
        {
            (ListValue list, not IRangeOperation) when At(values[1], start, list.Items.Length) is { } at && at < list.Items.Length =>
                list.Items[at].Via(reference.Syntax),
            (ConstantValue { Constant: string text }, IRangeOperation) =>
                (start is null ? 0 : At(values[1], start, text.Length), end is null ? text.Length : At(values[2], end, text.Length)) is ({ } from, { } to)
                && from <= to
                    ? new ConstantValue(text.Substring(from, to - from), Texts.Made(reference.Syntax, [values[0]]))
                    : Value.Unknown,
            (ConstantValue { Constant: string text }, _) when At(values[1], start, text.Length) is { } at && at < text.Length =>
                new ConstantValue(text[at], Texts.Made(reference.Syntax, [values[0]])),
            (PartialText partial, IRangeOperation)
                when !IsFromEnd(start) && !IsFromEnd(end) && (start is null ? 0L : (values[1] as ConstantValue)?.Constant) is long from =>
                end is null ? Texts.Part(partial, from, null, reference.Syntax)
                : values[2] is ConstantValue { Constant: long to } ? Texts.Part(partial, from, to - from, reference.Syntax)
                : Value.Unknown,
            _ => Value.Unknown,
        }));
    }

    private static IOperation? Offset(IOperation? index) => index switch
    {
        IConversionOperation { Operand: var operand } => Offset(operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var operand } => operand,
        _ => index,
    };

    private static bool IsFromEnd(IOperation? index) => index switch
    {
        IConversionOperation { Operand: var operand } => IsFromEnd(operand),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } => true,
        _ => false,
    };

    private static int? At(Value value, IOperation? index, int length) =>
        value is ConstantValue { Constant: long and >= 0 and <= int.MaxValue and var offset }
        && (IsFromEnd(index) ? length - offset : offset) is >= 0 and var at
        && at <= length
            ? (int)at
            : null;

    private Outcome[] Await(IAwaitOperation awaited, PathState env) =>
        Evaluate(awaited.Operation, env).Map(value => value is TaskValue { Result: var result } ? result.Via(awaited.Syntax) : Value.Unknown);

    /// <summary>A loop over a few known elements, one after the other, as at run time.</summary>
    private PathState[] Unroll(IForEachLoopOperation loop, ListValue list, PathState env)
    {
        PathState[] envs = [env];
        var items = list.Items;
        for (var turn = 0; turn < items.Length; turn++)
        {
            var item = items[turn];
            var type = list.Types[turn];
            envs = PathState.Widen(
            [
                .. Execute(loop.Body, Array.ConvertAll(envs, env => Bind(loop.LoopControlVariable, item, type, env))),
                .. _frame.Arrived(loop.ContinueLabel),
            ]);
        }

        return PathState.Widen([.. envs, .. _frame.Arrived(loop.ExitLabel)]);
    }

    private static PathState Bind(IOperation variable, Value item, ITypeSymbol? type, PathState env) => variable switch
    {
        IVariableDeclaratorOperation { Symbol: var local } =>
            env.Assign(local, SymbolEqualityComparer.Default.Equals(local.Type, type) ? item : Value.Unknown),
        IDeclarationExpressionOperation { Expression: var expression } => Bind(expression, item, type, env),
        ITupleOperation { Elements: var targets } => targets.Select((target, index) => (target, index)).Aggregate(env, (env, each) => Bind(
            each.target,
            item is TupleValue { Elements: var elements } && elements.Length == targets.Length ? elements[each.index] : Value.Unknown,
            type is INamedTypeSymbol { IsTupleType: true, TupleElements: var types } && types.Length == targets.Length ? types[each.index].Type : null,
            env)),
        _ => AssignedVariables.Target(variable) is ILocalSymbol local
            ? env.Assign(local, SymbolEqualityComparer.Default.Equals(local.Type, type) ? item : Value.Unknown)
            : env,
    };
}
