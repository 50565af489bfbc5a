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
            case ITypePatternOperation { MatchedType: var type }:
                return Has(type, tested, env);
            case IDeclarationPatternOperation declaration:
                return Declare(declaration, tested, env);
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: false, PropertySubpatterns.IsEmpty: true, DeclaredSymbol: null } recursive
                when tested.Value is TupleValue tuple
                    && Unwrap(tested.Operation) is ITupleOperation operation
                    && operation.Elements.Length == recursive.DeconstructionSubpatterns.Length:
                return MatchTuple(recursive, tuple, operation, env);
            case IRecursivePatternOperation recursive when PartsOf(recursive) is { } parts:
                return MatchParts(recursive, parts, tested, env);
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
        var (yes, no) = declaration.MatchesNull ? Branches.Of(env, true) : Has(declaration.MatchedType, tested, env);
        return new Branches([.. yes.SelectMany(each => Bind(declaration.DeclaredSymbol, tested, each))], no);
    }

    /// <summary>Whether the operand is not null and has a type.</summary>
    private Branches Has(ITypeSymbol? type, TestedOperand tested, PathState env) =>
        IsOf(type, tested.Type) ? Exists(Again(tested, env), env)
        : tested.Value is ConstantValue { Constant: null } ? Branches.Of(env, false)
        : tested.Value is RecordValue { Type: var made, IsPartial: false } && type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface }
            ? Branches.Of(env, type.TypeKind == TypeKind.Interface ? Implements(made, type) : Declares(made, type))
        : Undecided(env, tested.Text + " is " + type?.Name, tested.Operation);

    private static bool Implements(ITypeSymbol made, ITypeSymbol type)
    {
        foreach (var each in made.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(each, type))
            {
                return true;
            }
        }

        return false;
    }

    // A value of this type matches unless it is null.
    private static bool IsOf(ITypeSymbol? type, ITypeSymbol? value) => SymbolEqualityComparer.Default.Equals(value.WithoutNullable(), type);

    // Facts about a mutable member are for conditions only.
    private PathState[] Bind(ISymbol? symbol, TestedOperand tested, PathState env)
    {
        if (symbol is null)
        {
            return [env];
        }

        var bound = env.Assign(
            symbol,
            tested is { IsFollowed: false, Entity: MemberPath { IsFixed: false } } ? Value.Unknown
                : tested.Entity is string ? tested.Value
                : Again(tested, env).Value,
            tested.Entity is string ? null : tested.Entity);
        return tested.Members.Length == 0 && IsPicked(tested.Operation) ? Filtered(tested.Operation, symbol, bound) : [bound];
    }

    /// <summary>The members that a pattern tests, in order.</summary>
    /// <returns>Null if one of them is computed by a method.</returns>
    private static IEnumerable<(ISymbol Member, IPatternOperation Pattern)>? PartsOf(IRecursivePatternOperation pattern)
    {
        var positional = pattern.DeconstructionSubpatterns;
        var members = positional.IsEmpty ? [] : ElementsOf(pattern.DeconstructSymbol, pattern.MatchedType);
        return members.Length == positional.Length
            && members.All(member => member is not null)
            && pattern.PropertySubpatterns.All(property => property.Member is IMemberReferenceOperation)
                ? members
                    .Select((member, index) => (member!, positional[index]))
                    .Concat(pattern.PropertySubpatterns.Select(property => (((IMemberReferenceOperation)property.Member).Member, property.Pattern)))
                : null;
    }

    // The compiler writes the method that deconstructs a record with positional parameters.
    private static ISymbol?[] ElementsOf(ISymbol? deconstruct, ITypeSymbol? type) =>
        (deconstruct, type) switch
        {
            (IMethodSymbol { IsImplicitlyDeclared: true, ContainingType: { IsRecord: true } record } method, _) => method
                .Parameters.Select(parameter => record.GetMembers(parameter.Name).FirstOrDefault(member => member is IPropertySymbol))
                .ToArray(),
            (null, INamedTypeSymbol { IsTupleType: true, TupleElements: var elements }) => elements.ToArray<ISymbol>(),
            _ => [],
        };

    /// <summary>Matches the members of the operand, one after the other.</summary>
    private Branches MatchParts(
        IRecursivePatternOperation pattern,
        IEnumerable<(ISymbol Member, IPatternOperation Pattern)> parts,
        TestedOperand tested,
        PathState env)
    {
        var result = tested.Entity is IParameterSymbol { NullableAnnotation: NullableAnnotation.NotAnnotated }
            && IsOf(pattern.MatchedType, tested.Type)
                ? Branches.Of(env, true)
                : Has(pattern.MatchedType, tested, env);
        foreach (var (member, inner) in parts)
        {
            result = Branches.Of(
                result
                    .True.SelectMany(each => Computed(member, tested, inner.Syntax, each))
                    .Select(each =>
                    {
                        var part = PartOf(tested, member, inner, each.Env);
                        part = each.Value is ConstantValue ? part with { Value = each.Value, IsFollowed = true } : part;
                        return Match(inner, part, Asked(tested.Operation, part, each.Env));
                    })
                    .Prepend(new Branches([], result.False)));
        }

        return result with { True = [.. result.True.SelectMany(each => Bind(pattern.DeclaredSymbol, tested, each))] };
    }

    /// <summary>The possible values of a computed property, with the facts that each depends on.</summary>
    private Outcome[] Computed(ISymbol member, TestedOperand tested, SyntaxNode pattern, PathState env)
    {
        if (member is not IPropertySymbol property || tested.Entity is not (ISymbol or MemberPath) || !IsComputed(property) || !CanEnter(property))
        {
            return Outcomes.Of(env, Value.Unknown);
        }

        var type = tested.Value is RecordValue { Type: var made } ? made : property.ContainingType;
        var receiver = new Receiver(tested.Entity, tested.Value, type, IsExact: type.IsSealed);
        return Getter(property, receiver) is { } body && !IsSetBy(receiver, property)
            ? Enter(property, body, [], env, pattern, receiver: receiver)
            : Outcomes.Of(env, Value.Unknown);
    }

    private TestedOperand PartOf(TestedOperand tested, ISymbol member, IPatternOperation pattern, PathState env)
    {
        var path = PathOf(tested.Entity is string ? null : tested.Entity, member);
        var known = tested.Value switch
        {
            MoneyValue money => MoneyEvaluation.Part(money, member.Name, pattern.Syntax),
            TupleValue tuple when member is IFieldSymbol element => TupleElement(tuple, element),
            ConstantValue { Constant: string text } when member.Name == nameof(string.Length) => ConstantValue.Of(text.Length, pattern.Syntax)!,
            var whole => Part(whole, member, isOwn: false) ?? Value.Unknown,
        };
        return new TestedOperand(tested.Operation, known is UnknownValue && path is not null ? env[path] : known, path)
        {
            Members = tested.Members + "." + member.Name,
            IsFollowed = known is not UnknownValue,
            Type = pattern.InputType,
        };
    }

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

    private static string Text(TestedOperand tested, SyntaxNode pattern) => tested.Text + " is " + pattern;
}
