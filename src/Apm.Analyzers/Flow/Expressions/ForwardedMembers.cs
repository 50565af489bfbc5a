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

        return !member.IsStatic && length > 0 && NameIn(member, type) is { } name && Target(type, name) is { } target
            ? Find(target, length - 1)
            : new MemberPath(null, member.Name, Interpreter.IsFixed(member));
    }

    /// <summary>The name that is the whole value of the member.</summary>
    private static string? NameIn(ISymbol member, INamedTypeSymbol type)
    {
        var expression = member switch
        {
            IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } =>
                member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
                {
                    VariableDeclaratorSyntax { Initializer.Value: var value } => value,
                    PropertyDeclarationSyntax { Initializer.Value: var value } => value,
                    PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => value,
                    _ => null,
                },
            _ => null,
        };
        return expression is IdentifierNameSyntax { Identifier.ValueText: var name } && !(Initializers.Of(member) is not null && Initializers.IsOverwritten(member))
            ? name
            : null;
    }

    private static ISymbol? Target(INamedTypeSymbol type, string name) =>
        type.InstanceConstructors.FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
            ?.Parameters.FirstOrDefault(parameter => parameter.Name == name)
        ?? type.GetMembers(name).FirstOrDefault(member => member is IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false });
}
