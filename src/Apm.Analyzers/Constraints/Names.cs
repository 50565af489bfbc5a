using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers;

/// <summary>
/// The names of constrained properties, types and methods. Nearly all code uses none of them, and a name can be checked
/// before anything is bound.
/// </summary>
internal sealed class Names
{
    // Of the names of our attributes.
    private const string Prefix = "Apm";

    private readonly IAssemblySymbol _runtime;

    public Names(Compilation compilation, KnownTypes types)
    {
        _runtime = types.Runtime;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (MayHaveAttributes(tree))
            {
                TypeDeclarations.Visit(tree, Add);
            }
        }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (Knows(assembly))
            {
                References.Add(assembly);
                Add(assembly.GlobalNamespace, types);
            }
        }
    }

    /// <summary>The names of properties with an attribute of the runtime.</summary>
    public HashSet<string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of types that have such properties.</summary>
    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of methods that have a parameter with <c>ApmPassedTo</c>. A constructor has the name of its type.</summary>
    public HashSet<string> Passing { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of methods with an attribute of the runtime.</summary>
    public HashSet<string> Marked { get; } = new(StringComparer.Ordinal);

    /// <summary>The references that reference <c>Apm.Runtime</c>, and <c>Apm.Runtime</c> itself.</summary>
    public HashSet<IAssemblySymbol> References { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The name of a method. A constructor has the name of its type.</summary>
    public static string NameOf(IMethodSymbol method) => method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name;

    // Searching a text costs much less than visiting its declarations. Few files declare our attributes.
    private static bool MayHaveAttributes(SyntaxTree tree) =>
        !tree.TryGetText(out var text) || text.IndexOf(Prefix, new TextSpan(0, text.Length)) >= 0;

    private void Add(TypeDeclarationSyntax type)
    {
        var name = type.Identifier.ValueText;
        if (IsOurs(type.AttributeLists))
        {
            Types.Add(name);
        }

        if (type.ParameterList is { } positional)
        {
            AddPassing(name, positional);
            foreach (var parameter in positional.Parameters)
            {
                AddProperty(name, parameter.Identifier, parameter.AttributeLists);
            }
        }

        foreach (var member in type.Members)
        {
            switch (member)
            {
                case PropertyDeclarationSyntax property:
                    AddProperty(name, property.Identifier, property.AttributeLists);
                    break;
                case MethodDeclarationSyntax method:
                    if (IsOurs(method.AttributeLists))
                    {
                        Marked.Add(method.Identifier.ValueText);
                    }

                    AddPassing(method.Identifier.ValueText, method.ParameterList);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    AddPassing(name, constructor.ParameterList);
                    break;
            }
        }
    }

    private void AddProperty(string type, SyntaxToken property, SyntaxList<AttributeListSyntax> attributes)
    {
        if (IsOurs(attributes))
        {
            Properties.Add(property.ValueText);
            Types.Add(type);
        }
    }

    private void AddPassing(string name, ParameterListSyntax parameters)
    {
        foreach (var parameter in parameters.Parameters)
        {
            if (IsOurs(parameter.AttributeLists))
            {
                Passing.Add(name);
            }
        }
    }

    // Binding of attributes costs more than reading their names.
    private static bool IsOurs(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var list in lists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (NameOf(attribute.Name).StartsWith(Prefix, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax { Right.Identifier.ValueText: var right } => right,
        AliasQualifiedNameSyntax { Name.Identifier.ValueText: var right } => right,
        SimpleNameSyntax { Identifier.ValueText: var simple } => simple,
        _ => "",
    };

    private bool Knows(IAssemblySymbol assembly) => SymbolEqualityComparer.Default.Equals(assembly, _runtime)
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == _runtime.Name));

    private void Add(INamespaceOrTypeSymbol container, KnownTypes types)
    {
        foreach (var member in container.GetMembers())
        {
            switch (member)
            {
                case INamespaceOrTypeSymbol inner:
                    Add(inner, types);
                    break;
                case IPropertySymbol property when types.AttributesOf(property).Any():
                    Properties.Add(property.Name);
                    Types.Add(property.ContainingType.Name);
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method:
                    Add(method, types);
                    break;
            }
        }
    }

    private void Add(IMethodSymbol method, KnownTypes types)
    {
        if (method.Parameters.Any(parameter => types.AttributesOf(parameter).Any()))
        {
            Passing.Add(NameOf(method));
        }

        if (types.AttributesOf(method).Any())
        {
            Marked.Add(method.Name);
        }
    }
}
