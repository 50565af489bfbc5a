using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.Analyzers;

/// <summary>
/// Members that have the value of another member of the same object, such as <c>bool IsHome => _isHome</c>, or of a parameter of the
/// primary constructor. A fact about the one is a fact about the other.
/// </summary>
internal sealed class ForwardedMembers
{
    private const int MaxLength = 4;

    private readonly ConcurrentDictionary<ISymbol, MemberPath> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The path from the object to the member whose value it is.</summary>
    /// <param name="member">A field, a property, or a parameter of a primary constructor.</param>
    public MemberPath Of(ISymbol member) => _known.GetOrAdd(member, static member => Find(member, MaxLength));

    private static MemberPath Find(ISymbol member, int length)
    {
        var type = member.ContainingType;
        if (member is IParameterSymbol)
        {
            return new MemberPath(null, member.Name, !Initializers.IsAssigned(member));
        }

        if (member is IFieldSymbol { ContainingType.IsTupleType: true } element)
        {
            return new MemberPath(null, (element.CorrespondingTupleField ?? element).Name, IsFixed: false);
        }

        return !member.IsStatic && length > 0 && ValueOf(member) is { } value && PathOf(value, member.ContainingType, length - 1) is var (path, _)
            ? path
            : new MemberPath(null, member.Name, Interpreter.IsFixed(member));
    }

    /// <summary>The expression that is the value of the member, always or from its construction.</summary>
    private static ExpressionSyntax? ValueOf(ISymbol member) =>
        member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null, IsVirtual: false, IsAbstract: false }) ? null
        : member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: IdentifierNameSyntax value } => Initializers.IsOverwritten(member) ? null : value,
            PropertyDeclarationSyntax { Initializer.Value: IdentifierNameSyntax value } => Initializers.IsOverwritten(member) ? null : value,
            PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => value,
            _ => null,
        };

    /// <summary>The path that an expression of names stands for, and its type.</summary>
    private static (MemberPath Path, ITypeSymbol Type)? PathOf(ExpressionSyntax expression, INamedTypeSymbol type, int length)
    {
        switch (expression)
        {
            case IdentifierNameSyntax { Identifier.ValueText: var name }:
                return Target(type, name) is { } target ? (Find(target, length), TypeOf(target)) : null;
            case MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var name }:
                return MemberOf(type, name) is { } own ? (Find(own, length), TypeOf(own)) : null;
            case MemberAccessExpressionSyntax { Expression: var inner, Name.Identifier.ValueText: var name }:
                return PathOf(inner, type, length) is var (path, outer) && MemberOf(outer, name) is { } member
                    ? (path.Then(Find(member, length)), TypeOf(member))
                    : null;
            default:
                return null;
        }
    }

    // A parameter of the primary constructor hides a member.
    private static ISymbol? Target(INamedTypeSymbol type, string name) =>
        type.InstanceConstructors.FirstOrDefault(constructor =>
                constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
            ?.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? MemberOf(type, name);

    private static ISymbol? MemberOf(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault(member => member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false }) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static ITypeSymbol TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => ((IPropertySymbol)member).Type,
    };
}
