using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Methods that create collections from known elements, or read known collections, and builders of texts.</summary>
internal sealed partial class Interpreter
{
    /// <returns>Null if the method is not known by name, or if the collection is not known.</returns>
    private Outcome[]? KnownCollection(IInvocationOperation invocation, Value instance, Value[] arguments, PathState env)
    {
        var method = invocation.TargetMethod;
        var given = invocation.Arguments.Count(argument => argument.ArgumentKind != ArgumentKind.DefaultValue);
        if (instance is MapValue { Entries: var entries } && method.Name == "TryGetValue" && arguments is [ConstantValue { Constant: { } key }, _])
        {
            var isFound = entries.TryGetValue(key, out var found);
            var target = AssignedVariables.Target(invocation.Arguments.First(argument => argument.Parameter?.RefKind == RefKind.Out).Value);
            return Outcomes.Of(
                isFound && target is not null ? env.Assign(target, found!.Via(invocation.Syntax)) : env,
                ConstantValue.Of(isFound, invocation.Syntax)!);
        }

        var result = (method.Name, instance, arguments) switch
        {
            ("GetValueOrDefault", MapValue map, [var sought]) => Entry(map, sought, null),
            ("GetValueOrDefault", MapValue map, [var sought, var other]) => Entry(map, sought, other),
            ("GetValueOrDefault", UnknownValue, [MapValue map, var sought]) => Entry(map, sought, null),
            ("GetValueOrDefault", UnknownValue, [MapValue map, var sought, var other]) => Entry(map, sought, other),
            ("ToFrozenDictionary" or "ToImmutableDictionary", _, [MapValue map, ..]) when given == 1 => map,
            ("ToImmutableArray" or "ToImmutableList", _, [ListValue list]) => list,
            ("Create", _, [_, ..]) when method is
                { IsStatic: true, ContainingType: { Name: "ImmutableArray" or "ImmutableList", ContainingNamespace.Name: "Immutable" } } =>
                Created(method, invocation, arguments),
            (nameof(string.Split), ConstantValue { Constant: string text }, [var separator, ..]) => Split(text, separator, arguments, instance, invocation),
            (nameof(StringBuilder.Append), TextBuilderValue builder, [var part]) =>
                new TextBuilderValue(Texts.Concat([builder.Text, Printed(invocation.Arguments[0].Value, part)], invocation.Syntax)),
            (nameof(StringBuilder.ToString), TextBuilderValue builder, []) => builder.Text.Via(invocation.Syntax),
            _ => null,
        };
        return result is null ? null : Outcomes.Of(env, result is ConstantValue ? result.Via(invocation.Syntax) : result);
    }

    private static Value Created(IMethodSymbol method, IInvocationOperation invocation, Value[] arguments) =>
        arguments is [ListValue list] ? list
        : method.Parameters.All(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, method.TypeArguments[0]))
            ? new ListValue(
                Array.ConvertAll(arguments, CollectionReferences.AsElement),
                invocation.Arguments.Select(argument => Unwrap(argument.Value).Type).ToArray())
            : Value.Unknown;

    private static Value Split(string text, Value separator, Value[] arguments, Value from, IInvocationOperation invocation)
    {
        if (arguments.Skip(1).Any(option => option is not ConstantValue { Constant: 0L }))
        {
            return Value.Unknown;
        }

        var parts = (separator is ListValue { Items: [var only] } ? only : separator) switch
        {
            ConstantValue { Constant: char letter } => text.Split(letter),
            ConstantValue { Constant: string { Length: > 0 } part } => text.Split([part], StringSplitOptions.None),
            _ => null,
        };
        return parts is null or { Length: > MaxElements } ? Value.Unknown : new ListValue(
            Array.ConvertAll(parts, part => (Value)new ConstantValue(part, Texts.Made(invocation.Syntax, [from]))),
            Array.ConvertAll(parts, _ => ((IArrayTypeSymbol)invocation.Type!).ElementType)!);
    }

    // Statements may add to a builder in a local, whose text is then not known.
    private static Value? CreateBuilder(INamedTypeSymbol type, Value[] values, SyntaxNode syntax) =>
        type is not { Name: nameof(StringBuilder), ContainingNamespace.Name: "Text" } ? null
        : values is [ConstantValue { Constant: string }] or [PartialText] ? new TextBuilderValue(values[0])
        : values.Length == 0 ? new TextBuilderValue(ConstantValue.Of("", syntax)!)
        : null;

    /// <summary>The sum of known numbers.</summary>
    private static Value Sum(ListValue list, IMethodSymbol method, SyntaxNode syntax) =>
        list.Items.Length == 0 ? Value.Unknown
        : list.Items.Skip(1).Aggregate(list.Items[0], (sum, next) => Arithmetic.Combine(BinaryOperatorKind.Add, sum, next, method.ReturnType, syntax));

    /// <summary>The first, last or only known element that fulfils a condition.</summary>
    private Value Picked(string method, ListValue list, IAnonymousFunctionOperation condition, IBlockOperation body, PathState env, SyntaxNode syntax)
    {
        var within = env.Keep(_frame.Facts.NeverChanges, withFacts: true);
        var picked = new List<Value>();
        foreach (var item in list.Items)
        {
            if (Result(RunApart(body, within.Assign(condition.Symbol.Parameters[0], item))) is not ConstantValue { Constant: bool holds })
            {
                return Value.Unknown;
            }

            if (holds)
            {
                picked.Add(item);
            }
        }

        return picked.Count == 0 || (picked.Count > 1 && method.StartsWith("Single", StringComparison.Ordinal)) ? Value.Unknown
            : (method.StartsWith("Last", StringComparison.Ordinal) ? picked[picked.Count - 1] : picked[0]).Via(syntax);
    }
}
