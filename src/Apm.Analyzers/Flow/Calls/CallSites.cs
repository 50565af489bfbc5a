using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.Analyzers;

/// <summary>The calls of a member or local function that only the code of its own type can call.</summary>
internal sealed class CallSites
{
    private const int MaxBodies = 32;
    private const int MaxLength = 3;

    private readonly UsageContext _context;
    private readonly HashSet<SyntaxNode> _bodies = [];

    private CallSites(UsageContext context) => _context = context;

    /// <summary>The members on the way to the finding, which are interpreted where they are called.</summary>
    public HashSet<ISymbol> InPlace { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether other code may call it: as a delegate, or for the elements of a sequence that were chosen before.</summary>
    public bool AreMore { get; private set; }

    /// <summary>The bodies with the calls.</summary>
    public IEnumerable<IOperation> Bodies => _bodies.Select(_context.OperationOf).OfType<IOperation>();

    /// <param name="site">A place in the body of the member, or in a local function of it.</param>
    /// <param name="member">The member with the place.</param>
    /// <returns>Null if the place is reached from anywhere.</returns>
    public static CallSites? Of(SyntaxNode site, ISymbol member, UsageContext context)
    {
        var calls = new CallSites(context);
        var isCalled = calls.AddLocalFunctions(site);
        isCalled |= calls.AddCallers((member as IMethodSymbol)?.AssociatedSymbol ?? member, length: 1);
        if (!isCalled)
        {
            return null;
        }

        if (calls._bodies.Count == 0 && DeclarationOf(site) is { } body)
        {
            calls._bodies.Add(body);
        }

        return calls;
    }

    /// <summary>The local functions around a place run only where they are called.</summary>
    private bool AddLocalFunctions(SyntaxNode site)
    {
        var isCalled = false;
        foreach (var function in site.Ancestors().OfType<LocalFunctionStatementSyntax>())
        {
            if (_context.SymbolOf(function) is { } symbol
                && DeclarationOf(function) is { } body
                && References(symbol, [body]).Where(name => !function.Span.Contains(name.Span)).ToArray() is { Length: > 0 } names)
            {
                isCalled = true;
                InPlace.Add(symbol);
                AreMore |= !names.All(IsCall);
            }
        }

        return isCalled;
    }

    /// <returns>Whether the member has callers, and no other code can call it.</returns>
    private bool AddCallers(ISymbol member, int length)
    {
        if (member is not { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type }
            || member is not (IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol)
            || length > MaxLength
            || !InPlace.Add(member))
        {
            return false;
        }

        var names = References(member, type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()))
            .Where(name => !member.DeclaringSyntaxReferences.Any(reference =>
                reference.SyntaxTree == name.SyntaxTree && reference.Span.Contains(name.Span)))
            .ToArray();
        foreach (var name in names)
        {
            AreMore |= member is IMethodSymbol && !IsCall(name);
            AddLocalFunctions(name);
            if (DeclarationOf(name) is not { } body || _bodies.Count == MaxBodies)
            {
                AreMore = true;
            }
            else if (!(_context.SymbolOf(MemberOf(body)) is { } caller && AddCallers(caller, length + 1)))
            {
                _bodies.Add(body);
            }
        }

        return names.Length > 0;
    }

    private IEnumerable<SimpleNameSyntax> References(ISymbol symbol, IEnumerable<SyntaxNode> scopes) =>
        scopes
            .SelectMany(scope => scope.DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name)
            .Where(name => SymbolEqualityComparer.Default.Equals(_context.ReferenceOf(name)?.OriginalDefinition, symbol));

    // The elements of a sequence, for which a lambda is called, may have been chosen before.
    private static bool IsCall(SimpleNameSyntax name)
    {
        var called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name;
        return called.Parent is InvocationExpressionSyntax call
            && call.Expression == called
            && !call.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).Any(node => node is LambdaExpressionSyntax or QueryExpressionSyntax);
    }

    /// <summary>The syntax of the body, as it is analyzed, around a place.</summary>
    private static SyntaxNode? DeclarationOf(SyntaxNode place)
    {
        foreach (var node in place.Ancestors())
        {
            switch (node)
            {
                case AccessorDeclarationSyntax or BaseMethodDeclarationSyntax:
                case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } }:
                    return node;
                case GlobalStatementSyntax:
                    return node.Parent;
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private static SyntaxNode MemberOf(SyntaxNode body) => body switch
    {
        AccessorDeclarationSyntax => body.Parent!.Parent!,
        ArrowExpressionClauseSyntax => body.Parent!,
        _ => body,
    };
}
