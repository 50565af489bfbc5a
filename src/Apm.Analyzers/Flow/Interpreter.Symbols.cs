using Apm.Analyzers.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers.Flow;

/// <summary>Locals, parameters, fields and properties.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Local(ILocalReferenceOperation reference, Env env) => Outcomes.Of(env, Lookup(reference.Local, reference.Syntax, env));

    private Outcome[] Parameter(IParameterReferenceOperation reference, Env env) => Outcomes.Of(env, Lookup(reference.Parameter, reference.Syntax, env));

    private Value Lookup(ISymbol symbol, SyntaxNode reference, Env env)
    {
        if (_isTree && _frame.Depth == 0)
        {
            _metLocal = true;
            return Value.Unknown;
        }

        return _frame.Facts.IsUntracked(symbol) ? Value.Unknown : env[symbol].Via(reference);
    }

    private Outcome[] Field(IFieldReferenceOperation reference, Env env)
    {
        var field = reference.Field;
        if (field is { ContainingType.SpecialType: SpecialType.System_String, Name: nameof(string.Empty) })
        {
            return Outcomes.Of(env, ConstantValue.Of("", reference.Syntax)!);
        }

        if (field.ContainingType.IsTupleType)
        {
            return Evaluate(reference.Instance, env).Map(value => Element(value, field));
        }

        return (field.IsReadOnly ? Initial(field, reference.Syntax, env) : null) ?? Member(reference, reference.Instance, field.IsReadOnly, env);
    }

    private static Value Element(Value tuple, IFieldSymbol field)
    {
        var element = field.CorrespondingTupleField ?? field;
        return tuple is TupleValue { Elements: var elements } && int.TryParse(element.Name.Substring("Item".Length), out var number) && number >= 1 && number <= elements.Length
            ? elements[number - 1]
            : Value.Unknown;
    }

    private Outcome[] Property(IPropertyReferenceOperation reference, Env env)
    {
        var property = reference.Property;
        if (reference.Arguments.Length > 0)
        {
            return Other(reference, env);
        }

        if (IsOfNullable(property, out var isValue))
        {
            return Evaluate(reference.Instance, env).Map(value => (value, isValue) switch
            {
                (ConstantValue { Constant: null }, true) => Value.Unknown,
                (_, true) => value,
                (ConstantValue known, false) => ConstantValue.Of(known.Constant is not null, reference.Syntax)!,
                _ => Value.Unknown,
            });
        }

        if (_context.Types.IsMoney(property.ContainingType))
        {
            return Evaluate(reference.Instance, env).Map(value => Moneys.Part(value, property.Name, reference.Syntax));
        }

        if (property is { ContainingType.SpecialType: SpecialType.System_String, Name: nameof(string.Length) })
        {
            return Evaluate(reference.Instance, env).Map(value => value is ConstantValue { Constant: string text } ? ConstantValue.Of(text.Length, reference.Syntax)! : Value.Unknown);
        }

        if (property.SetMethod is null && Initial(property, reference.Syntax, env) is { } initial)
        {
            return initial;
        }

        if (Body(property) is { } body && CanEnter(property))
        {
            return Enter(property, body, [], env, reference.Syntax);
        }

        var isFixed = property.SetMethod is null ? IsAuto(property) : property.SetMethod.IsInitOnly && (property.DeclaringSyntaxReferences.IsEmpty || IsAuto(property));
        return Member(reference, reference.Instance, isFixed, env);
    }

    /// <summary>A member of something: of an object that an initialiser made, or one of which conditions told something.</summary>
    /// <param name="isFixed">The member keeps its value for as long as its object lives.</param>
    private Outcome[] Member(IMemberReferenceOperation reference, IOperation? instance, bool isFixed, Env env)
    {
        var outcomes = instance is null or IInstanceReferenceOperation ? Outcomes.Of(env, Value.Unknown) : Evaluate(instance, env);
        return outcomes.Then((env, value) =>
        {
            if (isFixed && value is RecordValue { Members: var members } && members.TryGetValue(reference.Member.Name, out var member))
            {
                return Outcomes.Of(env, member.Value.Via(reference.Syntax));
            }

            return Outcomes.Of(env, (isFixed || _isDeciding) && Entity(reference) is { } entity ? env[entity].Via(reference.Syntax) : Value.Unknown);
        });
    }

    /// <summary>What conditions can be about: a local, a parameter, or members of one.</summary>
    private object? Entity(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation { Local: var local } => _frame.Facts.IsUntracked(local) ? null : local,
        IParameterReferenceOperation { Parameter: var parameter } => _frame.Facts.IsUntracked(parameter) ? null : parameter,
        IParenthesizedOperation { Operand: var operand } => Entity(operand),
        IConversionOperation { OperatorMethod: null, IsTryCast: false, Conversion: { IsIdentity: true } or { IsReference: true } or { IsNullable: true } or { IsNumeric: true, IsImplicit: true } } conversion => Entity(conversion.Operand),
        IPropertyReferenceOperation { Property: var property } reference when IsOfNullable(property, out var isValue) => isValue ? Entity(reference.Instance) : null,
        IPropertyReferenceOperation { Arguments.Length: > 0 } => null,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => Path(reference),
        _ => null,
    };

    private MemberPath? Path(IMemberReferenceOperation reference) => reference.Instance switch
    {
        null => new MemberPath(null, reference.Member.ToDisplayString()),
        IInstanceReferenceOperation => new MemberPath(null, "this." + reference.Member.Name),
        var instance => Entity(instance) switch
        {
            ISymbol root => new MemberPath(root, reference.Member.Name),
            MemberPath path => path with { Members = path.Members + "." + reference.Member.Name },
            _ => null,
        },
    };

    /// <summary>The value of an initialiser that nothing overwrites.</summary>
    private Outcome[]? Initial(ISymbol member, SyntaxNode reference, Env env)
    {
        if (Initializers.Of(member) is not { } initializer || Initializers.IsOverwritten(member) || !CanEnter(member))
        {
            return null;
        }

        return _context.OperationOf(initializer) is { } operation ? Enter(member, operation, [], env, reference) : null;
    }

    /// <summary>What a property that is computed returns.</summary>
    private IOperation? Body(IPropertySymbol property)
    {
        if (property.IsVirtual || property.IsAbstract || (property.IsOverride && !property.IsSealed))
        {
            return null;
        }

        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(_cancellationToken) is PropertyDeclarationSyntax declaration)
            {
                SyntaxNode? body = declaration.ExpressionBody;
                var getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.ValueText == "get");
                body ??= (SyntaxNode?)getter?.ExpressionBody ?? getter?.Body;
                return body is null ? null : _context.OperationOf(body);
            }
        }

        return null;
    }

    // Metadata does not tell whether a getter computes.
    private static bool IsAuto(IPropertySymbol property) => property.DeclaringSyntaxReferences.Any(reference =>
        reference.GetSyntax() is ParameterSyntax || (reference.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null })));

    private static bool IsOfNullable(IPropertySymbol property, out bool isValue)
    {
        isValue = property.Name == nameof(Nullable<int>.Value);
        return property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
    }
}
