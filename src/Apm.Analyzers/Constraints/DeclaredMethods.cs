using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.Analyzers;

/// <summary>The methods with parameters that the compilation declares, by their names. A constructor has the name of its type.</summary>
internal sealed class DeclaredMethods
{
    private readonly Dictionary<string, List<SyntaxNode>> _methods = new(StringComparer.Ordinal);

    public DeclaredMethods(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            TypeDeclarations.Visit(tree, Add);
        }
    }

    public IReadOnlyList<SyntaxNode> Named(string name) => _methods.TryGetValue(name, out var methods) ? methods : [];

    private void Add(TypeDeclarationSyntax type)
    {
        if (type.ParameterList is { } positional)
        {
            Add(type.Identifier, type, positional);
        }

        foreach (var member in type.Members)
        {
            switch (member)
            {
                case MethodDeclarationSyntax method:
                    Add(method.Identifier, method, method.ParameterList);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Add(type.Identifier, constructor, constructor.ParameterList);
                    break;
            }
        }
    }

    private void Add(SyntaxToken name, SyntaxNode method, ParameterListSyntax parameters)
    {
        if (parameters.Parameters.Count > 0)
        {
            if (!_methods.TryGetValue(name.ValueText, out var methods))
            {
                _methods.Add(name.ValueText, methods = []);
            }

            methods.Add(method);
        }
    }
}
