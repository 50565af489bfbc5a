using Apm.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers.Flow;

/// <summary>Patterns: on which ways they match, and what is known then.</summary>
internal sealed partial class Interpreter
{
    private Branches Match(IPatternOperation pattern, Tested tested, Env[] envs) =>
        Branches.Of(envs.Select(env => Match(pattern, tested, env)));

    private Branches Match(IPatternOperation pattern, Tested tested, Env env)
    {
        switch (pattern)
        {
            case IDiscardPatternOperation:
                return Branches.Of(env, true);
            case INegatedPatternOperation { Pattern: var inner }:
                return Match(inner, tested, env).Negated;
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                var (left, rest) = Match(or.LeftPattern, tested, env);
                return Branches.Of(rest.Select(each => Match(or.RightPattern, tested, each)).Prepend(new Branches(left, [])));
            case IBinaryPatternOperation and:
                var (first, fail) = Match(and.LeftPattern, tested, env);
                return Branches.Of(first.Select(each => Match(and.RightPattern, tested, each)).Prepend(new Branches([], fail)));
            case IConstantPatternOperation { Value: var value }:
                return Compare(Comparison.Equal, tested, value, pattern, env);
            case IRelationalPatternOperation { Value: var value } relational when Comparison.Of(relational.OperatorKind) is { } comparison:
                return Compare(comparison, tested, value, pattern, env);
            case IDeclarationPatternOperation declaration:
                return Declare(declaration, tested, env);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: false, PropertySubpatterns.IsEmpty: true, DeclaredSymbol: null } recursive when tested.Value is TupleValue tuple && Unwrap(tested.Operation) is ITupleOperation operation && operation.Elements.Length == recursive.DeconstructionSubpatterns.Length:
                return MatchTuple(recursive, tuple, operation, env);
            default:
                return Undecided(Forgetful(pattern, env), Text(tested, pattern));
        }
    }

    private Branches Compare(Comparison comparison, Tested tested, IOperation value, IPatternOperation pattern, Env env)
    {
        // What an earlier part of the same pattern told is newer than the value that was evaluated before it.
        var known = tested.Value is UnknownValue && tested.Entity is { } named ? env[named] : tested.Value;
        return Branches.Of(Evaluate(value, env).Select(outcome => comparison.Decide(known, outcome.Value) is { } decided
            ? Branches.Of(outcome.Env, decided)
            : (known, outcome.Value, tested.Entity) is (UnknownValue unknown, ConstantValue constant, { } entity)
                ? Learn(comparison, unknown, constant, entity, outcome.Env)
                : Undecided(outcome.Env, Text(tested, pattern))));
    }

    private static Branches Declare(IDeclarationPatternOperation declaration, Tested tested, Env env)
    {
        var bound = declaration.DeclaredSymbol is { } symbol ? env.Assign(symbol, tested.Value) : env;
        var isCertain = declaration.MatchesNull || (tested.Value is not (UnknownValue or ConstantValue { Constant: null })
            && SymbolEqualityComparer.Default.Equals(tested.Operation.Type, declaration.MatchedType));
        if (isCertain)
        {
            return Branches.Of(bound, true);
        }

        if (tested.Value is ConstantValue { Constant: null })
        {
            return Branches.Of(env, false);
        }

        var (yes, no) = Undecided(env, tested.Operation.Syntax + " is " + declaration.MatchedType?.Name);
        return new Branches([.. yes.Select(each => declaration.DeclaredSymbol is { } local ? each.Assign(local, tested.Value) : each)], no);
    }

    private Branches MatchTuple(IRecursivePatternOperation pattern, TupleValue tuple, ITupleOperation operation, Env env)
    {
        var result = Branches.Of(env, true);
        for (var index = 0; index < tuple.Elements.Length; index++)
        {
            var element = new Tested(operation.Elements[index], tuple.Elements[index], Entity(operation.Elements[index]));
            var (yes, no) = Match(pattern.DeconstructionSubpatterns[index], element, result.True);
            result = new Branches(yes, [.. result.False, .. no]);
        }

        return result;
    }

    private static Env Forgetful(IPatternOperation pattern, Env env) => env.Forget(Written.Within(pattern));

    private static string Text(Tested tested, IPatternOperation pattern) => tested.Operation.Syntax + " is " + pattern.Syntax;
}
