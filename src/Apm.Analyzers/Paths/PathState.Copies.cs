using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>Locals and parameters that have the same unknown value as another one, or as a member: facts about the one are facts about the other.</summary>
internal sealed partial class PathState
{
    /// <summary>The first of several names for the same value. The value of a mutable member is another one when it is read again.</summary>
    public object Source(object entity) => entity switch
    {
        _ when _copies.IsEmpty => entity,
        ISymbol symbol => First(symbol) is var first && _copies.TryGetValue(first, out var source) && source is MemberPath { IsFixed: true } or string
            ? source
            : first,
        MemberPath { Root: { } root } path => First(root) is var first && _copies.TryGetValue(first, out var source) && source is MemberPath outer
            ? outer.Then(path)
            : path with { Root = first },
        _ => entity,
    };

    /// <summary>The mutable member from which a local or parameter was read.</summary>
    private MemberPath? ReadFrom(object entity) =>
        !_copies.IsEmpty && entity is ISymbol symbol && _copies.TryGetValue(First(symbol), out var source) && source is MemberPath { IsFixed: false } member
            ? member
            : null;

    /// <summary>Whether the value is one of a member of the object of the analyzed body, or of a static member.</summary>
    public bool IsOfThis(object entity) => (ReadFrom(entity) ?? Source(entity)) is MemberPath { Root: null };

    private ISymbol First(ISymbol symbol) => _copies.TryGetValue(symbol, out var source) && source is ISymbol first ? first : symbol;

    // A copy of a copy is a copy of the first.
    private object Origin(object source) => source is ISymbol symbol ? First(symbol) : Source(source);

    private static ISymbol? RootOf(object entity) => entity is MemberPath path ? path.Root : entity as ISymbol;

    private static bool IsOf(object entity, ISymbol symbol) => SymbolEqualityComparer.Default.Equals(RootOf(entity), symbol);

    /// <summary>The name of the element at an index that a local or parameter holds.</summary>
    public static string IndexBy(ISymbol index) => $"[{index.Name}]";

    /// <summary>Removes what is known about a symbol that gets another value. Its copies keep what is known about them.</summary>
    private PathState Release(ISymbol symbol)
    {
        var env = _facts.IsEmpty && _copies.IsEmpty ? this : ForgetMember(IndexBy(symbol));
        if (!_copies.IsEmpty)
        {
            env = _copies.FirstOrDefault(copy => copy.Value is ISymbol && IsOf(copy.Value, symbol)).Key is { } next
                ? Rename(symbol, next)
                : Detach(path => IsOf(path, symbol));
            env = new(env._values, env._copies.Remove(symbol), env._facts);
        }

        return env._facts.IsEmpty ? env
            : new(
                env._values,
                env._copies,
                env._facts.RemoveRange(env._facts.Keys.Where(entity => entity is string text ? text.Contains(symbol.Name) : IsOf(entity, symbol))));
    }

    private PathState Rename(ISymbol symbol, ISymbol next)
    {
        object New(object entity) =>
            !IsOf(entity, symbol) ? entity
            : entity is MemberPath path ? path with { Root = next }
            : next;
        var copies = _copies.TryGetValue(symbol, out var source) ? _copies.SetItem(next, source) : _copies.Remove(next);
        return new(
            _values,
            copies.SetItems(copies.Where(copy => IsOf(copy.Value, symbol)).Select(copy => new KeyValuePair<ISymbol, object>(copy.Key, New(copy.Value)))),
            _facts.SetItems(_facts.Where(fact => IsOf(fact.Key, symbol)).Select(fact => new KeyValuePair<object, Value>(New(fact.Key), fact.Value))));
    }

    /// <summary>Separates members, which get another value, from the symbols that were read from them.</summary>
    private PathState Detach(Func<MemberPath, bool> isChanged)
    {
        var env = this;
        if (_copies.IsEmpty)
        {
            return env;
        }

        foreach (var copies in _copies.Where(copy => copy.Value is MemberPath path && isChanged(path)).GroupBy(copy => copy.Value, EntityComparer.Instance))
        {
            var first = copies.First().Key;
            var detached = env._copies.RemoveRange(copies.Select(copy => copy.Key));
            env = copies.Key is MemberPath { IsFixed: true } && env._facts.TryGetValue(copies.Key, out var fact)
                ? new(
                    env._values,
                    detached.AddRange(copies.Skip(1).Select(copy => new KeyValuePair<ISymbol, object>(copy.Key, first))),
                    env._facts.SetItem(first, fact))
                : new(env._values, detached, env._facts);
        }

        return env;
    }
}
