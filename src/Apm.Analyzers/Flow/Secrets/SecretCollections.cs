using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Finds writes to a dictionary of secrets, such as the keys of webhook signatures. It allocates nothing for other code.</summary>
internal static class SecretCollections
{
    // The type of the property. A dictionary of another type is a different object.
    private const string Dictionary = "IDictionary";

    /// <returns>The property whose dictionary the assignment to an element writes; null if it writes none.</returns>
    public static IPropertySymbol? WrittenBy(IPropertyReferenceOperation target, UsageContext context) =>
        target.Property is { IsIndexer: true, ContainingType.Name: Dictionary } ? HolderOf(target.Instance, context) : null;

    /// <param name="secret">The argument that is a secret, or a pair that contains one.</param>
    /// <returns>The property whose dictionary the call adds to; null if it adds to none.</returns>
    public static IPropertySymbol? AddedTo(IInvocationOperation call, UsageContext context, out IOperation? secret)
    {
        secret = null;
        if (!IsAdding(call.TargetMethod)
            || (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is not { } holder
            || HolderOf(holder, context) is not { } property)
        {
            return null;
        }

        foreach (var argument in call.Arguments)
        {
            secret = argument.Parameter?.Name is "value" or "item" ? argument.Value : secret;
        }

        return secret is null ? null : property;
    }

    /// <summary>Whether the method adds to a dictionary, of secrets or of anything else.</summary>
    public static bool IsAdding(IMethodSymbol method) =>
        method is { Name: "Add", ContainingType.Name: Dictionary or "ICollection" } or { Name: "TryAdd", ContainingType.Name: "CollectionExtensions" };

    /// <summary>The secret in a pair that is created in place; the expression itself if it is not such a pair.</summary>
    public static IOperation ValueOf(IOperation secret) => secret switch
    {
        IConversionOperation { Operand: var operand } => ValueOf(operand),
        IObjectCreationOperation { Type.Name: "KeyValuePair", Arguments: { Length: 2 } arguments } => Value(arguments),
        IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "KeyValuePair" }, Arguments: { Length: 2 } arguments } => Value(arguments),
        _ => secret,
    };

    private static IOperation Value(ImmutableArray<IArgumentOperation> arguments) => arguments[arguments[0].Parameter?.Name == "value" ? 0 : 1].Value;

    private static IPropertySymbol? HolderOf(IOperation? instance, UsageContext context) => instance switch
    {
        IConversionOperation { Operand: var operand } => HolderOf(operand, context),
        IPropertyReferenceOperation { Property: var property } => context.Constraints.Of(property) is { IsSecret: true } ? property : null,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } receiver => HolderOf(InitializedBy(receiver), context),
        ILocalReferenceOperation { Type.Name: Dictionary, Local: var local } => AliasedBy(local, instance) is { } aliased ? HolderOf(aliased, context) : null,
        _ => null,
    };

    /// <summary>The member whose initializer contains the operation.</summary>
    private static IOperation? InitializedBy(IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is not null and not IObjectOrCollectionInitializerOperation)
        {
            parent = parent.Parent;
        }

        return parent?.Parent is IMemberInitializerOperation { InitializedMember: var member } ? member : null;
    }

    /// <summary>The initial value of a local that never has another value.</summary>
    private static IOperation? AliasedBy(ILocalSymbol local, IOperation place)
    {
        if (local.DeclaringSyntaxReferences is not [var declared] || declared.GetSyntax() is not VariableDeclaratorSyntax { Initializer: not null })
        {
            return null;
        }

        IOperation? made = null;
        foreach (var operation in PartialRecords.BodyOf(place).Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
            {
                made = declarator.GetVariableInitializer()?.Value;
            }
            else if (AssignedVariables.By(operation).Contains(local, SymbolEqualityComparer.Default))
            {
                return null;
            }
        }

        return made;
    }
}
