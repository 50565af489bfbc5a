using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Objects, and the members that initializers and <c>with</c> set.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Create(IObjectCreationOperation creation, PathState env) =>
        CreateCollection(creation, env) ?? Arguments(creation.Arguments, env, (env, values) => Create(creation, values, env));

    private Outcome[] Create(IObjectCreationOperation creation, Value[] values, PathState env)
    {
        if (creation.Type is not INamedTypeSymbol type)
        {
            return Outcomes.Of(env, Value.Unknown);
        }

        var made =
            _context.Types.IsMoney(type) ? MoneyEvaluation.Made(values, creation.Syntax)
            : type.SpecialType == SpecialType.System_String ? Repeated(values, creation.Syntax)
            : CreateTask(creation, type, values) is { } task ? task
            : CreateBuilder(type, values, creation.Syntax) is { } builder ? builder
            : _context.Types.IsUri(type) ? Addresses.Created(creation, values)
            : (Value)new RecordValue(type, Positional(creation, values), creation.Syntax);
        return Construct(creation, type, values, env)
            .SelectMany(each => Initialize(creation.Initializer, made, each))
            .ToArray()
            .Map(value => Finish(value, creation.Syntax));
    }

    // new string('x', 3)
    private static Value Repeated(Value[] values, SyntaxNode syntax) =>
        values is [ConstantValue { Constant: char letter }, ConstantValue { Constant: long and >= 0 and <= FrameworkMethods.MaxLength and var count }]
            ? new ConstantValue(new string(letter, (int)count), Texts.Made(syntax, values))
            : Value.Unknown;

    private Value Finish(Value value, SyntaxNode syntax)
    {
        switch (value)
        {
            case MoneyValue money:
                _judge.Made(SiteOf(syntax), syntax, money);
                break;
            case RecordValue record when _context.Constraints.HasRules(record.Type):
                _judge.Made(SiteOf(syntax), record);
                break;
        }

        return value;
    }

    /// <summary>The parameters of a record that become properties.</summary>
    private ImmutableDictionary<string, MemberValue> Positional(IObjectCreationOperation creation, Value[] values)
    {
        var members = ImmutableDictionary<string, MemberValue>.Empty;
        if (creation is { Type.Name: nameof(UriBuilder), Arguments.Length: > 0 })
        {
            var address = values is [ConstantValue { Constant: string }] ? values[0] : Value.Unknown;
            return members.Add(Addresses.Argument, new MemberValue(address, creation.Syntax));
        }

        if (creation is not { Type.IsRecord: true })
        {
            foreach (var argument in creation.Arguments)
            {
                members = argument.Parameter is { } captured && IsCaptured(captured)
                    ? members.SetItem(captured.Name, new MemberValue(values[captured.Ordinal], argument.Syntax))
                    : members;
            }

            return members;
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter is { } parameter
                && creation.Type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                && IsPositional(property, parameter))
            {
                var value = values[parameter.Ordinal];
                members = members.SetItem(property.Name, new MemberValue(value, argument.Syntax));
                if (_context.Constraints.Of(property) is not null)
                {
                    _judge.Assigned(property, SiteOf(creation.Syntax), argument.Value.Syntax, value);
                }
            }
        }

        return members;
    }

    // In another assembly this is not known: a property may be computed from the parameter.
    private static bool IsPositional(IPropertySymbol property, IParameterSymbol parameter) =>
        property.DeclaringSyntaxReferences is [var declared]
        && parameter.DeclaringSyntaxReferences is [var given]
        && declared.Span == given.Span
        && declared.SyntaxTree == given.SyntaxTree;

    /// <summary>The effect of the constructor on its arguments.</summary>
    private PathState[] Construct(IObjectCreationOperation creation, INamedTypeSymbol type, Value[] values, PathState env)
    {
        if (creation.Constructor is not { } constructor)
        {
            return [env];
        }

        JudgePassed(constructor, creation.Arguments, values, creation.Syntax);
        return _context.MethodUses.Contain(constructor) && _context.Callees.BodyOf(constructor) is { } body && CanEnter(constructor)
            ? Enter(constructor, body, values, env, creation.Syntax).Envs()
            : [env];
    }

    private Outcome[] Initialize(IObjectOrCollectionInitializerOperation? initializer, Value made, PathState env)
    {
        var outcomes = Outcomes.Of(env, made);
        foreach (var member in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            outcomes = outcomes.Then(
                (env, made) =>
                    member switch
                    {
                        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.Length: 0 } target } assignment => Evaluate(
                                assignment.Value,
                                env)
                            .Then(
                                (env, value) =>
                                {
                                    Judge(target, assignment, value, env);
                                    return Outcomes.Of(env, Set(made, target.Property, value, assignment.Syntax));
                                }
                            ),
                        IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation nested } inner => Initialize(
                                inner.Initializer,
                                Value.Unknown,
                                env)
                            .Map(_ => Set(made, nested.Property, Value.Unknown, inner.Syntax)),
                        // An element of a tuple.
                        _ => Evaluate(member, env).Map(_ => made is TupleValue ? Value.Unknown : made),
                    }
            );
        }

        return outcomes;
    }

    private Value Set(Value made, IPropertySymbol property, Value value, SyntaxNode assignment) => made switch
    {
        MoneyValue money => MoneyEvaluation.With(money, property.Name, value),
        RecordValue record => record with { Members = record.Members.SetItem(property.Name, new MemberValue(value, assignment)) },
        _ => Value.Unknown,
    };

    private Outcome[] With(IWithOperation with, PathState env) => Evaluate(with.Operand, env)
        .Map(value =>
            value is not UnknownValue ? value
            : _context.Types.IsMoney(with.Type) ? MoneyEvaluation.Unknown(with.Syntax)
            : with.Type is INamedTypeSymbol { IsTupleType: false } type && !_context.Constraints.HasTypeName(type.Name)
                ? new RecordValue(type, ImmutableDictionary<string, MemberValue>.Empty, with.Syntax) { IsPartial = true }
            : value)
        .Then((env, value) => Initialize(with.Initializer, value is RecordValue record ? record with { Creation = with.Syntax } : value, env))
        .Map(value => Finish(value, with.Syntax));

    private Outcome[] CreateAnonymous(IAnonymousObjectCreationOperation creation, PathState env)
    {
        var assignments = creation.Initializers.OfType<ISimpleAssignmentOperation>().ToArray();
        return Sequence(assignments.Select(assignment => assignment.Value).ToArray(), env, (env, values) =>
            Outcomes.Of(
                env,
                creation.Type is INamedTypeSymbol type
                    ? new RecordValue(
                        type,
                        assignments
                            .Select(
                                (assignment, index) =>
                                    (
                                        Name: ((IMemberReferenceOperation)assignment.Target).Member.Name,
                                        Member: new MemberValue(values[index], assignment.Syntax)))
                            .ToImmutableDictionary(member => member.Name, member => member.Member),
                        creation.Syntax)
                    : Value.Unknown));
    }
}
