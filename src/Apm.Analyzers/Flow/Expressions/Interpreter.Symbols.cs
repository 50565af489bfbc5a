using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Locals, parameters, fields and properties.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Local(ILocalReferenceOperation reference, PathState env) => Outcomes.Of(env, Lookup(reference.Local, reference.Syntax, env));

    private Outcome[] Parameter(IParameterReferenceOperation reference, PathState env) => Outcomes.Of(env, Lookup(reference.Parameter, reference.Syntax, env));

    private Value Lookup(ISymbol symbol, SyntaxNode reference, PathState env)
    {
        if (_expressionOnly && _frame.Depth == 0)
        {
            _dependsOnLocals = true;
            return Value.Unknown;
        }

        var value = IsTracked(symbol) ? env[symbol] : Value.Unknown;
        return CollectionReferences.IsMutable(value) && !_frame.Facts.IsOnlyRead(symbol) ? Value.Unknown : value.Via(reference);
    }

    // Parameters of a primary constructor are like fields: any member may write them.
    private bool IsTracked(ISymbol symbol) =>
        !_frame.Facts.IsUntracked(symbol)
        && !(
            symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            && constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax));

    private Outcome[] Field(IFieldReferenceOperation reference, PathState env)
    {
        var field = reference.Field;
        if (field is { ContainingType.SpecialType: SpecialType.System_String, Name: nameof(string.Empty) })
        {
            return Outcomes.Of(env, ConstantValue.Of("", reference.Syntax)!);
        }

        if (field.ContainingType.IsTupleType)
        {
            return Evaluate(reference.Instance, env).Map(value => Element(value, field).Via(reference.Syntax));
        }

        return (field.IsReadOnly ? Initial(field, reference.Syntax, env) : null) ?? Member(reference, reference.Instance, env);
    }

    private static Value Element(Value tuple, IFieldSymbol field) =>
        tuple is TupleValue { Elements: var elements } && IndexOf(field, elements.Length) is { } index
        && !CollectionReferences.IsMutable(elements[index])
            ? elements[index]
            : Value.Unknown;

    private static int? IndexOf(IFieldSymbol field, int count)
    {
        var element = field.CorrespondingTupleField ?? field;
        return int.TryParse(element.Name.Substring("Item".Length), out var number) && number >= 1 && number <= count ? number - 1 : null;
    }

    private Outcome[] Property(IPropertyReferenceOperation reference, PathState env)
    {
        var property = reference.Property;
        if (reference.Arguments.Length > 0)
        {
            return reference is { Arguments: [var index], Instance: { } indexed } ? Indexed(reference, indexed, index.Value, env) : Other(reference, env);
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

        if (property is { Name: "Result" or "Value", ContainingType: { Name: "Task" or "ValueTask" or "Lazy", ContainingNamespace.Name: "Tasks" or "System" } })
        {
            return Evaluate(reference.Instance, env).Map(value => value is TaskValue { Result: var result } ? result.Via(reference.Syntax) : Value.Unknown);
        }

        if (property is { Name: nameof(UriBuilder.Uri), ContainingType: { Name: nameof(UriBuilder), ContainingNamespace.Name: nameof(System) } })
        {
            return Evaluate(reference.Instance, env).Map(value => Addresses.Built(value, reference.Syntax));
        }

        if (_context.Types.IsMoney(property.ContainingType))
        {
            return Evaluate(reference.Instance, env).Map(value => MoneyEvaluation.Part(value, property.Name, reference.Syntax));
        }

        if (property is { ContainingType.SpecialType: SpecialType.System_String, Name: nameof(string.Length) })
        {
            return Evaluate(reference.Instance, env)
                .Map(value => value is ConstantValue { Constant: string text } ? ConstantValue.Of(text.Length, reference.Syntax)! : Value.Unknown);
        }

        if (property.SetMethod is null && IsAuto(property) && Initial(property, reference.Syntax, env) is { } initial)
        {
            return initial;
        }

        if (Body(property) is { } body && CanEnter(property))
        {
            return Enter(property, body, [], env, reference.Syntax, isSame: reference.Instance is null or IInstanceReferenceOperation);
        }

        return Member(reference, reference.Instance, env);
    }

    /// <summary>A member of an object that an initializer created, or a member that conditions have tested.</summary>
    private Outcome[] Member(IMemberReferenceOperation reference, IOperation? instance, PathState env)
    {
        var isFixed = IsFixed(reference);
        var outcomes = instance is null or IInstanceReferenceOperation ? Outcomes.Of(env, Self(instance)) : Evaluate(instance, env);
        return outcomes.Then(
            (env, value) =>
            {
                if ((IsFixed(reference.Member) || (_frame.IsOwn && instance is IInstanceReferenceOperation && IsStored(reference.Member)))
                    && value is RecordValue { Members: var members, Type: var type }
                    && Declares(type, reference.Member)
                    && members.TryGetValue(reference.Member.Name, out var member))
                {
                    return Outcomes.Of(env, CollectionReferences.IsMutable(member.Value) ? Value.Unknown : member.Value.Via(reference.Syntax));
                }

                return Outcomes.Of(env, (isFixed || _isDeciding) && Entity(reference) is { } entity ? env[entity].Via(reference.Syntax) : Value.Unknown);
            }
        );
    }

    /// <summary>The key for facts from conditions: a local, a parameter, or members of one.</summary>
    private object? Entity(IOperation? operation) =>
        operation switch
        {
            ILocalReferenceOperation { Local: var local } => IsTracked(local) ? local : null,
            IParameterReferenceOperation { Parameter: var parameter } => IsTracked(parameter) ? parameter : null,
            IParenthesizedOperation { Operand: var operand } => Entity(operand),
            IConversionOperation
            {
                OperatorMethod: null,
                IsTryCast: false,
                Conversion: { IsIdentity: true } or { IsReference: true } or { IsNullable: true } or { IsNumeric: true, IsImplicit: true }
            } conversion => Entity(conversion.Operand),
            IPropertyReferenceOperation { Property: var property } reference when IsOfNullable(property, out var isValue) => isValue
                ? Entity(reference.Instance)
                : null,
            IPropertyReferenceOperation { Arguments.Length: > 0 } => null,
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => Path(reference),
            _ => null,
        };

    private MemberPath? Path(IMemberReferenceOperation reference) =>
        reference.Instance switch
        {
            null => new MemberPath(null, reference.Member.ToDisplayString()),
            IInstanceReferenceOperation => new MemberPath(null, "this." + reference.Member.Name),
            var instance => PathOf(Entity(instance), reference.Member),
        };

    private static MemberPath? PathOf(object? entity, ISymbol member) => entity switch
    {
        ISymbol root => new MemberPath(root, member.Name),
        MemberPath path => path with { Members = path.Members + "." + member.Name },
        _ => null,
    };

    /// <summary>The value of an initializer that nothing overwrites.</summary>
    private Outcome[]? Initial(ISymbol member, SyntaxNode reference, PathState env)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty || !CanEnter(member))
        {
            return null;
        }

        if (Initializers.IsOverwritten(member))
        {
            return FromConstructors(member, reference, env);
        }

        if (Initializers.Of(member) is not { } initializer)
        {
            return null;
        }

        return _context.OperationOf(initializer) is { } operation
            ? Enter(member, operation, [], env, reference).Map(value => Kept(value, member))
            : null;
    }

    /// <summary>The value of a member that all constructors set to the same value.</summary>
    private Outcome[]? FromConstructors(ISymbol member, SyntaxNode reference, PathState env)
    {
        if (Initializers.MayRunBefore(reference) || Initializers.OfConstructors(member) is not { } values)
        {
            return null;
        }

        Value? common = null;
        foreach (var value in values)
        {
            if (_context.OperationOf(value) is not { } operation
                || Enter(member, operation, [], env, reference) is not [{ Value: ConstantValue or MoneyValue or AddressValue or PartialText } outcome]
                || (common is not null && !common.Equals(outcome.Value)))
            {
                return null;
            }

            common ??= outcome.Value;
        }

        return common is null ? null : Outcomes.Of(env, common);
    }

    // Other code may write the collection.
    private static Value Kept(Value value, ISymbol member) =>
        CollectionReferences.IsMutable(value)
        && !CollectionReferences.IsOnlyRead(member, member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type)
            ? Value.Unknown
            : value;

    /// <summary>The expression that a computed property returns.</summary>
    private IOperation? Body(IPropertySymbol property)
    {
        if (property.IsVirtual || property.IsAbstract || (property.IsOverride && !property.IsSealed))
        {
            return null;
        }

        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            foreach (var declaration in Parts(reference.GetSyntax(_cancellationToken) as PropertyDeclarationSyntax, property))
            {
                SyntaxNode? body = declaration.ExpressionBody;
                var getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.ValueText == "get");
                body ??= (SyntaxNode?)getter?.ExpressionBody ?? getter?.Body;
                if (body is not null)
                {
                    return _context.OperationOf(body);
                }
            }
        }

        return null;
    }

    /// <summary>The declaration of a property, and its implementation if it is partial.</summary>
    private static IEnumerable<PropertyDeclarationSyntax> Parts(PropertyDeclarationSyntax? declaration, IPropertySymbol property) =>
        declaration is null ? []
        : !declaration.Modifiers.Any(SyntaxKind.PartialKeyword) ? [declaration]
        : property.ContainingType.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax() is TypeDeclarationSyntax type
            ? type.Members.OfType<PropertyDeclarationSyntax>().Where(part => part.Identifier.ValueText == property.Name)
            : []);

    /// <summary>Whether an expression keeps its value while the object that it starts from exists.</summary>
    private static bool IsFixed(IOperation? operation) => operation switch
    {
        null or IInstanceReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation => true,
        IParenthesizedOperation { Operand: var operand } => IsFixed(operand),
        IConversionOperation { OperatorMethod: null, Operand: var operand } => IsFixed(operand),
        IMemberReferenceOperation { Member: var member, Instance: var instance } => IsFixed(member) && IsFixed(instance),
        _ => false,
    };

    private static bool IsStored(ISymbol member) => member is IFieldSymbol || (member is IPropertySymbol property && IsAuto(property));

    private static bool IsFixed(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly,
        IPropertySymbol { ContainingType.IsAnonymousType: true } => true,
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true } && IsAuto(property),
        _ => false,
    };

    // In another assembly, only properties that the compiler itself wrote are known not to compute anything.
    private static bool IsAuto(IPropertySymbol property) =>
        !property.IsVirtual
        && !property.IsAbstract
        && !property.IsOverride
        && !property.IsExtern
        && property.ContainingType.TypeKind != TypeKind.Interface
        && (
            property.DeclaringSyntaxReferences.IsEmpty
                ? property.GetMethod?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CompilerGeneratedAttribute") == true
                : property.DeclaringSyntaxReferences.All(reference =>
                    reference.GetSyntax() switch
                    {
                        ParameterSyntax => true,
                        PropertyDeclarationSyntax { AccessorList.Accessors: var accessors } => accessors.All(accessor =>
                            accessor is { Body: null, ExpressionBody: null }
                        ),
                        _ => false,
                    }
                ));

    private static bool Declares(ITypeSymbol? type, ISymbol member)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfNullable(IPropertySymbol property, out bool isValue)
    {
        isValue = property.Name == nameof(Nullable<int>.Value);
        return property.ContainingType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
    }
}
