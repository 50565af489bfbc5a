using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Patterns: the paths on which they match, and what can be assumed there.</summary>
internal sealed partial class Interpreter
{
    private Branches Match(IPatternOperation pattern, TestedOperand tested, PathState[] envs) =>
        Branches.Of(envs.Select(env => Match(pattern, tested, env)));

    private Branches Match(IPatternOperation pattern, TestedOperand tested, PathState env)
    {
        if (!TryGoDeeper())
        {
            return new Branches([env], [env]);
        }

        var branches = MatchKind(pattern, tested, env);
        _nesting--;
        return branches;
    }

    private Branches MatchKind(IPatternOperation pattern, TestedOperand tested, PathState env)
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
                return Compare(Comparison.Equal, tested, value, pattern.Syntax, env);
            case IRelationalPatternOperation { Value: var value } relational when Comparison.Of(relational.OperatorKind) is { } comparison:
                return Compare(comparison, tested, value, pattern.Syntax, env);
            case ITypePatternOperation { MatchedType: var type } when IsOf(type, tested.Operation):
                return Exists(Again(tested, env), env);
            case IDeclarationPatternOperation declaration:
                return Declare(declaration, tested, env);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: false, PropertySubpatterns.IsEmpty: true, DeclaredSymbol: null } recursive
                when tested.Value is TupleValue tuple
                    && Unwrap(tested.Operation) is ITupleOperation operation
                    && operation.Elements.Length == recursive.DeconstructionSubpatterns.Length:
                return MatchTuple(recursive, tuple, operation, env);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive
                when IsOf(recursive.MatchedType, tested.Operation) && recursive.PropertySubpatterns.All(member => member.Member is IMemberReferenceOperation):
                return MatchMembers(recursive, tested, env);
            default:
                return Undecided(Forgetful(pattern, env), Text(tested, pattern.Syntax), tested.Operation, pattern);
        }
    }

    // Facts from an earlier part of the same pattern are newer than the value that was evaluated before the pattern.
    private Branches Compare(Comparison comparison, TestedOperand tested, IOperation value, SyntaxNode pattern, PathState env) =>
        Branches.Of(
            Evaluate(value, env)
                .Select(outcome =>
                    Compare(comparison, Again(tested, outcome.Env), outcome.Value, outcome.Env)
                    ?? Undecided(outcome.Env, Text(tested, pattern), tested.Operation)));

    private Branches Declare(IDeclarationPatternOperation declaration, TestedOperand tested, PathState env)
    {
        var (yes, no) = declaration.MatchesNull ? Branches.Of(env, true)
            : IsOf(declaration.MatchedType, tested.Operation) ? Exists(Again(tested, env), env)
            : tested.Value is ConstantValue { Constant: null } ? Branches.Of(env, false)
            : Undecided(env, tested.Operation.Syntax + " is " + declaration.MatchedType?.Name, tested.Operation);
        return new Branches([.. yes.Select(each => Bind(declaration.DeclaredSymbol, tested, each))], no);
    }

    // A value of this type matches unless it is null.
    private static bool IsOf(ITypeSymbol? type, IOperation value) =>
        SymbolEqualityComparer.Default.Equals(Unwrap(value).Type.WithoutNullable(), type);

    // Facts about a mutable member are for conditions only.
    private PathState Bind(ISymbol? symbol, TestedOperand tested, PathState env) => symbol is null ? env : env.Assign(
        symbol,
        tested.Entity is MemberPath && !IsFixed(tested.Operation) ? Value.Unknown : tested.Entity is string ? tested.Value : Again(tested, env).Value,
        tested.Entity as ISymbol);

    /// <summary>Matches the members of the operand, one after the other.</summary>
    private Branches MatchMembers(IRecursivePatternOperation pattern, TestedOperand tested, PathState env)
    {
        var result = tested.Entity is IParameterSymbol { NullableAnnotation: NullableAnnotation.NotAnnotated }
            ? Branches.Of(env, true)
            : Exists(Again(tested, env), env);
        foreach (var member in pattern.PropertySubpatterns)
        {
            var path = member.Member is IMemberReferenceOperation { Member: var symbol }
                ? PathOf(tested.Entity is string ? null : tested.Entity, symbol)
                : null;
            var inner = member.Member is { } reference
                ? result.True.Select(each => Match(member.Pattern, new TestedOperand(reference, Member(tested, reference, path, each), path), each))
                : [];
            result = Branches.Of(inner.Prepend(new Branches([], result.False)));
        }

        return result with { True = [.. result.True.Select(each => Bind(pattern.DeclaredSymbol, tested, each))] };
    }

    private static Value Member(TestedOperand tested, IOperation member, MemberPath? path, PathState env) =>
        tested.Value switch
        {
            ConstantValue { Constant: string text } when member is IPropertyReferenceOperation { Property.Name: nameof(string.Length) } => ConstantValue.Of(
                text.Length,
                member.Syntax
            )!,
            _ => path is null ? Value.Unknown : env[path],
        };

    private Branches MatchTuple(IRecursivePatternOperation pattern, TupleValue tuple, ITupleOperation operation, PathState env)
    {
        var result = Branches.Of(env, true);
        for (var index = 0; index < tuple.Elements.Length; index++)
        {
            var element = new TestedOperand(operation.Elements[index], tuple.Elements[index], Subject(operation.Elements[index]));
            var (yes, no) = Match(pattern.DeconstructionSubpatterns[index], element, result.True);
            result = new Branches(yes, [.. result.False, .. no]);
        }

        return result;
    }

    private static PathState Forgetful(IPatternOperation pattern, PathState env) => env.Forget(AssignedVariables.Within(pattern));

    private static string Text(TestedOperand tested, SyntaxNode pattern) => tested.Operation.Syntax + " is " + pattern;
}
