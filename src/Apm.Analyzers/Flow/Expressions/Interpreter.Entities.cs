using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>The keys for facts from conditions: a local, a parameter, or members of one.</summary>
internal sealed partial class Interpreter
{
    // The name of an indexer.
    private const string AnyElement = "this[]";

    private static readonly MemberPath s_this = new(null, "this", IsFixed: true);
    private static readonly MemberPath s_result = new(null, nameof(Task<int>.Result), IsFixed: true);

    private object? Entity(IOperation? operation) =>
        operation switch
        {
            ILocalReferenceOperation { Local: var local } => _frame.Facts.IsUntracked(local) ? null : local,
            IParameterReferenceOperation { Parameter: var parameter } => IsCaptured(parameter) ? Owned(parameter)
                : _frame.Facts.IsUntracked(parameter) ? null
                : parameter,
            IInstanceReferenceOperation => _frame.Receiver?.Entity,
            IConditionalAccessInstanceOperation => _accessed.Entity,
            IConditionalAccessOperation access => Accessed(access),
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
            IPropertyReferenceOperation { Arguments: [var index], Instance: { Type.SpecialType: not SpecialType.System_String } list } =>
                ElementOf(Entity(list), index.Value),
            IPropertyReferenceOperation { Arguments.Length: > 0 } => null,
            IArrayElementReferenceOperation { Indices: [var index], ArrayReference: var array } => ElementOf(Entity(array), index),
            IImplicitIndexerReferenceOperation { Argument: var index, Instance: { Type.SpecialType: not SpecialType.System_String } list } =>
                ElementOf(Entity(list), index),
            IAwaitOperation { Operation: var task } => Join(Entity(TaskOf(task)), s_result),
            IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference => Path(reference),
            _ => null,
        };

    private object? Accessed(IConditionalAccessOperation access)
    {
        var accessed = _accessed;
        _accessed = (Value.Unknown, Entity(access.Operation));
        var entity = _accessed.Entity is null ? null : Entity(access.WhenNotNull);
        _accessed = accessed;
        return entity;
    }

    private MemberPath? Path(IMemberReferenceOperation reference) =>
        reference.Instance switch
        {
            null => new MemberPath(null, reference.Member.ToDisplayString(), IsFixed(reference.Member)),
            IInstanceReferenceOperation => Owned(
                reference.Member is IPropertySymbol property && (property.IsVirtual || property.IsAbstract || property.IsOverride)
                    ? ReceiverOf(reference.Instance, Value.Unknown)?.Implementation(property) ?? property
                    : reference.Member),
            var instance => PathOf(Entity(instance), reference.Member),
        };

    /// <summary>The path of a member of the object whose member is interpreted.</summary>
    private MemberPath Owned(ISymbol member) =>
        PathOf(_frame.Receiver?.Entity, member) ?? s_this.Then(_context.Forwarded(member));

    private MemberPath? PathOf(object? entity, ISymbol member) => entity is null ? null : Join(entity, _context.Forwarded(member));

    private static MemberPath? Join(object? entity, MemberPath inner) => entity switch
    {
        ISymbol root => inner with { Root = root },
        MemberPath path => path.Then(inner),
        _ => null,
    };

    // An assignment to one element may change another one, because two indices may be equal.
    private static MemberPath? ElementOf(object? entity, IOperation index)
    {
        var name = Offset(index) is { ConstantValue: { HasValue: true, Value: { } constant } } ? $"[{(IsFromEnd(index) ? "^" : "")}{constant}]"
            : AssignedVariables.Target(index) is { } symbol ? PathState.IndexBy(symbol)
            : null;
        return name is null ? null : Join(entity, new MemberPath(null, $"{AnyElement}.{name}", IsFixed: false));
    }

    private static IOperation TaskOf(IOperation awaited) =>
        awaited is IInvocationOperation { TargetMethod.Name: nameof(Task.ConfigureAwait), Instance: { } task } ? task : awaited;

    private Receiver? ReceiverOf(IOperation? instance, Value value) => instance switch
    {
        null => null,
        IInstanceReferenceOperation => _frame.Receiver ?? new Receiver(null, Value.Unknown, instance.Type, instance.Type?.IsSealed == true),
        _ => new Receiver(
            Entity(instance),
            value,
            value is RecordValue { Type: var made } ? made : instance.Type,
            value is RecordValue { IsPartial: false } || instance.Type?.IsSealed == true),
    };

    /// <summary>Whether a member keeps its value while the object exists.</summary>
    public static bool IsFixed(ISymbol member) => member switch
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
}
