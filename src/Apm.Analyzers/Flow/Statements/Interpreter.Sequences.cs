using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Elements of a sequence that a condition has chosen, as by <c>Where</c>.</summary>
internal sealed partial class Interpreter
{
    private static readonly HashSet<string> s_choices = new(StringComparer.Ordinal)
    {
        "Where", "TakeWhile", "First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Find", "FindAll",
        "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync",
    };

    private static readonly HashSet<string> s_sameElements = new(StringComparer.Ordinal)
    {
        "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Take", "Skip", "TakeLast", "SkipLast", "SkipWhile", "Distinct", "DistinctBy", "Reverse",
        "ToList", "ToArray", "ToHashSet", "AsEnumerable", "AsQueryable", "AsParallel", "ToImmutableArray", "ToImmutableList", "ToListAsync", "ToArrayAsync",
    };

    /// <summary>The states in which the element fulfils the conditions by which the sequence was chosen.</summary>
    private PathState[] Filtered(IOperation? sequence, object element, PathState env)
    {
        PathState[] envs = [IsQuestioned(sequence, env) ? env.Doubt(element) : env];
        foreach (var condition in ConditionsOf(sequence))
        {
            envs = PathState.Widen([.. envs.SelectMany(each => Filtered(condition, element, each))]);
        }

        return envs;
    }

    /// <summary>A local that gets the first element, or the only one. There may be none, and then the local is null.</summary>
    private PathState[] FirstElement(IOperation call, ISymbol local, PathState[] envs) =>
        (call is IAwaitOperation { Operation: var awaited } ? awaited : call) switch
        {
            IInvocationOperation { TargetMethod.Name: "First" or "Single" or "Last" or "FirstAsync" or "SingleAsync" } one =>
                [.. envs.SelectMany(env => Filtered(one, local, env))],
            IInvocationOperation
            {
                TargetMethod.Name: "FirstOrDefault" or "SingleOrDefault" or "LastOrDefault" or "Find" or "FirstOrDefaultAsync" or "SingleOrDefaultAsync",
                Type.IsReferenceType: true
            } one when ConditionsOf(one).Any() =>
                [.. envs.SelectMany(env => Filtered(one, local, env)), .. envs.Select(env => env.Assign(local, ConstantValue.Of(null, call.Syntax)!))],
            _ => envs,
        };

    /// <summary>An element at an index.</summary>
    private Outcome[] ElementAt(IOperation reference, IOperation sequence, Outcome[] outcomes) =>
        outcomes is [{ Value: UnknownValue, Env: var env }] && Entity(reference) is { } element ? Outcomes.Unknown(Filtered(sequence, element, env)) : outcomes;

    /// <summary>Whether a condition chose the value, which has no name.</summary>
    private bool IsPicked(IOperation? value) =>
        value is not null && Unwrap(value) is (IInvocationOperation or IAwaitOperation) and var call && ConditionsOf(call).Any();

    private PathState[] Filtered(IAnonymousFunctionOperation condition, object element, PathState env) =>
        condition is { Symbol.Parameters: [var parameter, ..], Body.Operations: [IReturnOperation { ReturnedValue: { } result }] }
            ? Branch(result, env.Assign(parameter, Value.Unknown, element)).True
            : [env];

    // A condition on the sequence, such as one on all of its elements, or a method that is not understood may have chosen the elements.
    private bool IsQuestioned(IOperation? sequence, PathState env)
    {
        while (sequence is not null)
        {
            if (IsDoubtful(Entity(sequence), env))
            {
                return true;
            }

            switch (sequence)
            {
                case IPropertyReferenceOperation { Arguments.Length: > 0, Instance: var indexed }:
                    sequence = indexed;
                    break;
                case IInvocationOperation { TargetMethod.Name: var name } call:
                    if (!s_choices.Contains(name) && !s_sameElements.Contains(name) && name is not ("Select" or "SelectMany") && FunctionIn(call) is not null)
                    {
                        return _hasDoubts = true;
                    }

                    sequence = SequenceOf(call);
                    break;
                default:
                    sequence = Same(sequence);
                    break;
            }
        }

        return false;
    }

    private IEnumerable<IAnonymousFunctionOperation> ConditionsOf(IOperation? sequence)
    {
        while (sequence is not null)
        {
            switch (sequence)
            {
                case IInvocationOperation call:
                    if (s_choices.Contains(call.TargetMethod.Name))
                    {
                        if (FunctionIn(call) is { } condition)
                        {
                            yield return condition;
                        }
                    }
                    else if (!s_sameElements.Contains(call.TargetMethod.Name))
                    {
                        yield break;
                    }

                    sequence = SequenceOf(call);
                    break;
                default:
                    sequence = Same(sequence);
                    break;
            }
        }
    }

    /// <summary>The expression whose sequence another expression has unchanged; null if it makes a sequence itself.</summary>
    private IOperation? Same(IOperation sequence) => sequence switch
    {
        IConversionOperation { Operand: var operand } => operand,
        IParenthesizedOperation { Operand: var operand } => operand,
        IAwaitOperation { Operation: var operand } => operand,
        ITranslatedQueryOperation { Operation: var operand } => operand,
        ILocalReferenceOperation { Local: var local } when _frame.Facts.NeverChanges(local) => _madeOf.TryGetValue(local, out var made) ? made : null,
        _ => null,
    };

    /// <summary>The sequence whose elements a function gets as its argument.</summary>
    private static IOperation? SequenceOf(IAnonymousFunctionOperation function)
    {
        var argument = function.Parent;
        while (argument is IDelegateCreationOperation or IConversionOperation)
        {
            argument = argument.Parent;
        }

        return argument is IArgumentOperation { Parent: IInvocationOperation call } ? SequenceOf(call) : null;
    }

    private static IOperation? SequenceOf(IInvocationOperation call) => call.Instance ?? (call.Arguments is [var first, ..] ? first.Value : null);

    private static IAnonymousFunctionOperation? FunctionIn(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            var value = Unwrap(argument.Value);
            if ((value is IDelegateCreationOperation { Target: var target } ? target : value) is IAnonymousFunctionOperation function)
            {
                return function;
            }
        }

        return null;
    }
}
