using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Decides whether code that only reads a collection has the only references to it.</summary>
internal static class CollectionReferences
{
    private static readonly HashSet<string> s_readers = new(StringComparer.Ordinal)
    {
        "Length", "Count", "Contains", "ContainsKey", "TryGetValue", "GetValueOrDefault", "First", "FirstOrDefault", "Last", "Single", "ElementAt", "Any",
        "All", "Select", "Where", "IndexOf", nameof(UriBuilder.Uri),
    };

    // Types with methods that read their arguments.
    private static readonly HashSet<string> s_copying = new(StringComparer.Ordinal)
    {
        "Enumerable", "CollectionExtensions", "FrozenDictionary", "FrozenSet", "ImmutableArray", "ImmutableList", "ImmutableDictionary", "ImmutableHashSet",
    };

    /// <summary>Whether a value that is stored here can change after it was created.</summary>
    public static bool IsMutable(Value value) => value is ListValue or MapValue or TextBuilderValue or RecordValue { Type.Name: nameof(UriBuilder) };

    /// <summary>The value as an element: a collection within another one can be changed through the element.</summary>
    public static Value AsElement(Value value) => IsMutable(value) ? Value.Unknown : value;

    /// <summary>Whether a type has no members that write.</summary>
    public static bool IsReadOnly(ITypeSymbol? type) => type is INamedTypeSymbol { ContainingNamespace: { Name: not "" } } named
        && (named.Name.StartsWith("Immutable", StringComparison.Ordinal) || named.Name.StartsWith("Frozen", StringComparison.Ordinal)
            || named.Name.StartsWith("IReadOnly", StringComparison.Ordinal) || named.Name.StartsWith("ReadOnly", StringComparison.Ordinal)
            || named.Name is "IEnumerable")
        && named.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal);

    /// <summary>Whether an operation on a local or parameter only reads the collection that it refers to.</summary>
    public static bool IsRead(IOperation reference)
    {
        var child = reference;
        while (child.Parent is IConversionOperation { OperatorMethod: null } conversion)
        {
            child = conversion;
        }

        return child.Parent switch
        {
            IArrayElementReferenceOperation element => element.ArrayReference == child && IsReadAt(element),
            IImplicitIndexerReferenceOperation element => element.Instance == child && IsReadAt(element),
            IPropertyReferenceOperation property => property.Instance == child && IsReadAt(property)
                && (property.Arguments.Length > 0 || s_readers.Contains(property.Property.Name)),
            IForEachLoopOperation loop => loop.Collection == child,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } =>
                (method.ContainingType.SpecialType == SpecialType.System_String || s_copying.Contains(method.ContainingType.Name))
                && method.Name is not ("AsEnumerable" or "Cast"),
            IInvocationOperation call => call.Instance == child && s_readers.Contains(call.TargetMethod.Name),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Type: var type } } assignment => assignment.Value == child && IsReadOnly(type),
            _ => false,
        };
    }

    /// <summary>Whether all code that can name a private member only reads the collection in it.</summary>
    public static bool IsOnlyRead(ISymbol member, ITypeSymbol type, UsageContext context) => IsReadOnly(type)
        || (member.DeclaredAccessibility == Accessibility.Private && member.ContainingType.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == member.Name)
                .All(name => IsRead(name, context))));

    private static bool IsRead(IdentifierNameSyntax name, UsageContext context)
    {
        ExpressionSyntax reference = name.Parent is MemberAccessExpressionSyntax { Name: var member } access && member == name ? access : name;
        return context.OperationOf(reference) is { } operation && (operation.Parent is INameOfOperation || IsRead(operation));
    }

    private static bool IsReadAt(IOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target != element,
        IIncrementOrDecrementOperation => false,
        IArgumentOperation { Parameter.RefKind: not RefKind.None } => false,
        ITupleOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => false,
        _ => true,
    };
}
