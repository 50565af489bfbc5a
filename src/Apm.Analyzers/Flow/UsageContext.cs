using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Apm.Analyzers;

/// <summary>What the usage analyzers need to know about a compilation. Each part is computed once, on first use.</summary>
internal sealed class UsageContext
{
    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ForwardedMembers _forwarded = new();

    private UsageContext(Compilation compilation, KnownTypes types, AnalysisCounts counts)
    {
        (_compilation, Types, Counts) = (compilation, types, counts);
        Constraints = new ConstrainedMembers(compilation, types);
        Callees = new Callees(this);
        MethodUses = new MethodUses(this, compilation);
        Calls = new CallFilter(this);
    }

    public KnownTypes Types { get; }

    public ConstrainedMembers Constraints { get; }

    public Callees Callees { get; }

    public MethodUses MethodUses { get; }

    public CallFilter Calls { get; }

    /// <summary>Whether a use of the name completes a record of the type, at most so many steps away.</summary>
    public ConcurrentDictionary<(string Name, ITypeSymbol? Type, int Steps), Lazy<bool>> Completions { get; } = new();

    public AnalysisCounts Counts { get; }

    /// <returns>Null if the compilation does not reference <c>Apm.Runtime</c>.</returns>
    public static UsageContext? Of(Compilation compilation, AnalysisCounts counts) =>
        KnownTypes.Of(compilation) is { } types ? new UsageContext(compilation, types, counts) : null;

    public bool Contains(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _compilation.Assembly);

    /// <summary>The path from an object to the member whose value a member has, which is nearly always the member itself.</summary>
    public MemberPath Forwarded(ISymbol member) => _forwarded.Of(member);

    public bool Contains(SyntaxTree tree) => _compilation.ContainsSyntaxTree(tree);

    /// <summary>The operation of code that may be in another file than the analyzed one.</summary>
    public IOperation? OperationOf(SyntaxNode syntax) => ModelOf(syntax)?.GetOperation(syntax);

    /// <summary>All uses of a name in the compilation.</summary>
    public IEnumerable<SimpleNameSyntax> UsesOf(string name) =>
        from tree in _compilation.SyntaxTrees
        from mention in tree.GetText().MentionsOf(name, tree.GetRoot())
        select mention.Parent as SimpleNameSyntax into used
        where used is not null
        select used;

    /// <summary>The symbol that the syntax declares.</summary>
    public ISymbol? SymbolOf(SyntaxNode declaration) => ModelOf(declaration)?.GetDeclaredSymbol(declaration);

    /// <summary>The symbol that a name refers to.</summary>
    public ISymbol? ReferenceOf(SyntaxNode name) =>
        ModelOf(name)?.GetSymbolInfo(name) is { } info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null;

    private SemanticModel? ModelOf(SyntaxNode syntax)
    {
        if (!Contains(syntax.SyntaxTree))
        {
            return null;
        }

#pragma warning disable RS1030 // Constants and helpers of other files are evaluated where they are used, and a model is made once for each file.
        return _models.GetOrAdd(syntax.SyntaxTree, tree => _compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
    }
}
