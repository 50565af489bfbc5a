using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>
/// Locals, parameters and members that a condition which is not understood has tested. What other code computes from them is not known:
/// the condition may have excluded it.
/// </summary>
internal sealed partial class PathState
{
    private const string Doubtful = "?";

    private static readonly Value s_doubtful = UnknownValue.Same(
        ConstantValue.Of(true, Microsoft.CodeAnalysis.CSharp.SyntaxFactory.IdentifierName(Doubtful))!);

    public PathState Doubt(object entity) => Mark(entity) is { } mark ? Assume(mark, s_doubtful) : this;

    /// <summary>Whether a condition has tested the local, parameter or member, a member of it, or an object that has it.</summary>
    public bool IsDoubtful(object entity)
    {
        if (_facts.IsEmpty || Mark(entity) is not { } named || Source(named) is not MemberPath mark)
        {
            return false;
        }

        foreach (var fact in _facts)
        {
            if (IsMark(fact.Key) && fact.Key is MemberPath other && Overlaps(mark, other))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMark(object entity) => entity is MemberPath { Members: var members } && members.EndsWith(Doubtful, StringComparison.Ordinal);

    private static MemberPath? Mark(object entity) => entity switch
    {
        ISymbol symbol => new MemberPath(symbol, Doubtful, IsFixed: false),
        MemberPath path => new MemberPath(path.Root, path.Members + "." + Doubtful, IsFixed: false),
        _ => null,
    };

    private static bool Overlaps(MemberPath one, MemberPath other) =>
        SymbolEqualityComparer.Default.Equals(one.Root, other.Root) && (IsWithin(one.Members, other.Members) || IsWithin(other.Members, one.Members));

    private static bool IsWithin(string inner, string outer) => string.CompareOrdinal(inner, 0, outer, 0, outer.Length - Doubtful.Length) == 0;
}
