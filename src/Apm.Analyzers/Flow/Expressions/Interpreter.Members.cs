using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Members of objects: what initializers and constructors set, and what getters compute.</summary>
internal sealed partial class Interpreter
{
    private Outcome[] Computed(IPropertyReferenceOperation reference, IPropertySymbol property, PathState env) =>
        Instance(reference.Instance, env).Then((env, instance) =>
        {
            var receiver = ReceiverOf(reference.Instance, instance);
            if (Getter(property, receiver) is not { } body || IsSetBy(receiver, property))
            {
                return Member(reference, instance, env);
            }

            var reads = _unknownReads;
            var outcomes = Enter(
                property,
                body,
                [],
                env,
                reference.Syntax,
                isSame: reference.Instance is null or IInstanceReferenceOperation,
                receiver: receiver);
            return reads != _unknownReads
                || outcomes is [{ Value: UnknownValue }]
                || IsDoubtful(Entity(reference), env)
                || IsPicked(reference.Instance)
                ? Member(reference, instance, env)
                : SameAgain(reference, outcomes, env);
        });

    /// <summary>The possible values of a member, without those that it did not have when it was read before.</summary>
    private Outcome[] SameAgain(IMemberReferenceOperation reference, Outcome[] outcomes, PathState env)
    {
        if (outcomes.Length == 1 || Entity(reference) is not { } entity)
        {
            return outcomes;
        }

        DependsOn(entity, env);
        return Known(outcomes, entity, env);
    }

    private static Outcome[] Known(Outcome[] outcomes, object entity, PathState env)
    {
        var known = env[entity];
        var possible = Array.FindAll(outcomes, outcome => outcome.Value is not ConstantValue { Constant: var constant } || known switch
        {
            ConstantValue other => Equals(constant, other.Constant),
            UnknownValue unknown => unknown.Allows(constant),
            _ => true,
        });
        return Array.ConvertAll(
            possible.Length == 0 ? outcomes : possible,
            outcome => outcome.Value is ConstantValue ? outcome with { Env = outcome.Env.Assume(entity, outcome.Value) } : outcome);
    }

    // Another body may have changed what the initializer set.
    private static bool IsSetBy(Receiver? receiver, IPropertySymbol property) =>
        receiver?.Value is RecordValue { Members: var members }
        && members.ContainsKey(property.Name)
        && property.SetMethod?.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is AccessorDeclarationSyntax { Body: null, ExpressionBody: null }) != true;

    /// <summary>A member of an object that an initializer created, or a member that conditions have tested.</summary>
    private Outcome[] Member(IMemberReferenceOperation reference, IOperation? instance, PathState env) =>
        Instance(instance, env).Then((env, value) => Member(reference, value, env));

    private Outcome[] Instance(IOperation? instance, PathState env) => instance switch
    {
        null => Outcomes.Of(env, Value.Unknown),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } =>
            Outcomes.Of(env, _frame.Receiver?.Value ?? Value.Unknown),
        IInstanceReferenceOperation => Outcomes.Of(env, Value.Unknown),
        _ => Evaluate(instance, env),
    };

    private Outcome[] Member(IMemberReferenceOperation reference, Value instance, PathState env)
    {
        // A member of null throws.
        if (instance is ConstantValue { Constant: null })
        {
            return [];
        }

        if (Part(instance, reference.Member, _frame.Receiver is { IsOwn: true } && reference.Instance is IInstanceReferenceOperation) is { } part)
        {
            return Outcomes.Of(env, part.Via(reference.Syntax));
        }

        _unknownReads += instance is RecordValue && reference.Instance is IInstanceReferenceOperation ? 1 : 0;
        return Outcomes.Of(
            env,
            Entity(reference) is { } entity && (_isDeciding || entity is MemberPath { IsFixed: true }) ? env[entity].Via(reference.Syntax) : Value.Unknown);
    }

    /// <returns>Null if the object was not created by an initializer that sets the member.</returns>
    /// <param name="isOwn">Whether no other code can have written the members of the object.</param>
    private static Value? Part(Value instance, ISymbol member, bool isOwn) =>
        (IsFixed(member) || (isOwn && IsStored(member)))
        && instance is RecordValue { Members: var members, Type: var type }
        && Declares(type, member.ContainingType)
        && !IsHidden(type, member)
        && members.TryGetValue(member.Name, out var part)
            ? CollectionReferences.IsMutable(part.Value) ? Value.Unknown : part.Value
            : null;

    /// <summary>The value of an initializer that nothing overwrites.</summary>
    /// <param name="storage">What is initialized, if it is not the member itself.</param>
    private Outcome[]? Initial(ISymbol member, IMemberReferenceOperation reference, PathState env, ISymbol? storage = null)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty || !CanEnter(storage ?? member))
        {
            return null;
        }

        if (member.IsStatic && IsEarly(member, reference.Syntax))
        {
            _unknownReads++;
            return Outcomes.Of(env, Value.Unknown);
        }

        if (Initializers.IsOverwritten(member))
        {
            return FromConstructors(member, reference.Syntax, env);
        }

        if (Initializers.Of(member) is not { } initializer || _context.OperationOf(initializer) is not { } operation)
        {
            return null;
        }

        // The object matters only if its constructor has parameters.
        var isConstant = operation is ISymbolInitializerOperation { Value.ConstantValue.HasValue: true };
        return (isConstant ? Outcomes.Of(env, Value.Unknown) : Instance(reference.Instance, env)).Then((env, instance) =>
        {
            // A copy keeps the values of its initializers, although other members have changed.
            if (!isConstant && instance is RecordValue { Creation: WithExpressionSyntax })
            {
                return Member(reference, instance, env);
            }

            var isSame = reference.Instance is null or IInstanceReferenceOperation;
            var outcomes = Enter(
                storage ?? member,
                operation,
                [],
                env,
                reference.Syntax,
                isSame: isSame,
                receiver: ReceiverOf(reference.Instance, instance)).Map(value => Kept(value, member));
            return outcomes is [{ Value: UnknownValue }] ? Member(reference, instance, env) : SameAgain(reference, outcomes, env);
        });
    }

    /// <summary>Whether a static member is read before its initializer has run: by the initializer of a static member above it.</summary>
    private bool IsEarly(ISymbol member, SyntaxNode reference)
    {
        for (var frame = _frame; frame is not null; frame = frame.Caller)
        {
            if (frame.Symbol is { IsStatic: true } and (IFieldSymbol or IPropertySymbol) and var entered && Initializers.RunsAfter(member, entered))
            {
                return true;
            }
        }

        foreach (var node in SiteOf(reference).Ancestors())
        {
            switch (node)
            {
                case StatementSyntax:
                    return false;
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } or PropertyDeclarationSyntax:
                    return _context.SymbolOf(node) is { IsStatic: true } initialized && Initializers.RunsAfter(member, initialized);
            }
        }

        return false;
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
    private Value Kept(Value value, ISymbol member) =>
        CollectionReferences.IsMutable(value)
        && !CollectionReferences.IsOnlyRead(member, member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type, _context)
            ? Value.Unknown
            : value;

    /// <summary>Whether a property has a body in this compilation, or may have one in a type that derives from its type.</summary>
    private static bool IsComputed(IPropertySymbol property) =>
        property.IsVirtual || property.IsAbstract || property.IsOverride || GetterOf(property) is not null;

    private static SyntaxNode? GetterOf(IPropertySymbol property)
    {
        foreach (var reference in property.DeclaringSyntaxReferences)
        {
            foreach (var declaration in Parts(reference.GetSyntax() as PropertyDeclarationSyntax, property))
            {
                var getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.ValueText == "get");
                if ((declaration.ExpressionBody ?? (SyntaxNode?)getter?.ExpressionBody ?? getter?.Body) is { } body)
                {
                    return body;
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

    private static bool IsStored(ISymbol member) => member is IFieldSymbol || (member is IPropertySymbol property && IsAuto(property));

    /// <summary>The expression that a computed property returns.</summary>
    private IOperation? Getter(IPropertySymbol property, Receiver? receiver)
    {
        var isReplaceable = property.IsVirtual || property.IsAbstract || (property.IsOverride && !property.IsSealed);
        var runs =
            !isReplaceable ? property
            : receiver is { IsExact: true } || (receiver is not null && _isDeciding) ? receiver.Implementation(property)
            : null;
        var body =
            runs is null or { IsAbstract: true } ? null
            : GetterOf(runs) is { } getter ? getter
            : isReplaceable && runs.SetMethod is null && !Initializers.IsOverwritten(runs) ? Initializers.Of(runs)
            : null;
        return body is null ? null : _context.OperationOf(body);
    }

    /// <summary>Whether an object of one type is also of another, which is the same or its base.</summary>
    private static bool Declares(ITypeSymbol? type, ITypeSymbol declaring)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, declaring.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether another member of a derived type has the name, which is then the one that an initializer sets.</summary>
    private static bool IsHidden(ITypeSymbol? type, ISymbol member)
    {
        var declaring = member.ContainingType.OriginalDefinition;
        while (type is not null && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, declaring))
        {
            if (!type.GetMembers(member.Name).IsEmpty)
            {
                return true;
            }

            type = type.BaseType;
        }

        return false;
    }
}
