using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.Analyzers;

/// <summary>The types that a file declares, with those within other types.</summary>
internal static class TypeDeclarations
{
    public static void Visit(SyntaxTree tree, Action<TypeDeclarationSyntax> visit)
    {
        if (tree.GetRoot() is CompilationUnitSyntax unit)
        {
            Visit(unit.Members, visit);
        }
    }

    private static void Visit(SyntaxList<MemberDeclarationSyntax> members, Action<TypeDeclarationSyntax> visit)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax space:
                    Visit(space.Members, visit);
                    break;
                case TypeDeclarationSyntax type:
                    visit(type);
                    Visit(type.Members, visit);
                    break;
            }
        }
    }
}
