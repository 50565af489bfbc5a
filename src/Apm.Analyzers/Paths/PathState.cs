using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>What is known at one point of a program, on one of the paths to it.</summary>
internal sealed partial class PathState
{
    public const int Most = 16;

    public static readonly PathState Empty = new(
        ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default),
        ImmutableDictionary.Create<ISymbol, object>(SymbolEqualityComparer.Default, EntityComparer.Instance),
        ImmutableDictionary.Create<object, Value>(EntityComparer.Instance));

    private readonly ImmutableDictionary<ISymbol, Value> _values;
    private readonly ImmutableDictionary<ISymbol, object> _copies;
    private readonly ImmutableDictionary<object, Value> _facts;

    /// <param name="values">The assigned values of locals and parameters.</param>
    /// <param name="copies">Locals and parameters that have the same unknown value as another one, or as a member of an object.</param>
    /// <param name="facts">Facts from conditions about unknown values: of locals, parameters, their members, and of whole conditions.</param>
    private PathState(ImmutableDictionary<ISymbol, Value> values, ImmutableDictionary<ISymbol, object> copies, ImmutableDictionary<object, Value> facts) =>
        (_values, _copies, _facts) = (values, copies, facts);

    /// <summary>The locals and parameters with assigned values.</summary>
    public IEnumerable<ISymbol> Assigned => _values.Keys;

    private bool IsEmpty => _values.IsEmpty && _copies.IsEmpty && _facts.IsEmpty;

    /// <summary>Whether a condition on this path was about the symbol or its members.</summary>
    /// <param name="except">The text of a condition that does not count.</param>
    public bool HasFacts(ISymbol symbol, string? except)
    {
        if (_facts.IsEmpty)
        {
            return false;
        }

        var source = Source(symbol);
        return _facts.Keys.Any(entity => !IsMark(entity) && (
            EntityComparer.Instance.Equals(entity, source)
            || (entity is string text ? text != except && text.Contains(symbol.Name)
                : IsOf(entity, symbol) || (RootOf(source) is { } root && IsOf(entity, root)))));
    }

    /// <summary>Whether a condition on this path was about members of the symbol.</summary>
    public bool HasFactsOfMembers(ISymbol symbol) =>
        !_facts.IsEmpty
        && _facts.Keys.Any(entity => entity is MemberPath path && IsOf(path, symbol) && !IsMark(path));

    /// <summary>What is known for a condition. A value of a mutable member is known here only.</summary>
    /// <param name="entity">An <see cref="ISymbol"/>, a <see cref="MemberPath"/>, or the text of a condition.</param>
    public Value this[object entity] =>
        entity is ISymbol symbol && _values.TryGetValue(symbol, out var value) ? value
        : ReadFrom(entity) is { } member && _facts.TryGetValue(member, out var read) ? read
        : _facts.TryGetValue(Source(entity), out var fact) ? fact
        : Value.Unknown;

    /// <summary>The value of a local or parameter.</summary>
    public Value ValueOf(ISymbol symbol) =>
        _values.TryGetValue(symbol, out var value) ? value
        : _facts.TryGetValue(Source(symbol), out var fact) ? fact
        : Value.Unknown;

    /// <param name="source">The local, parameter or member whose value is assigned; null if there is none.</param>
    public PathState Assign(ISymbol symbol, Value value, object? source = null)
    {
        var from = value is UnknownValue && source is not null && Origin(source) is var origin && !IsOf(origin, symbol) ? origin : null;
        var env = Release(symbol);
        return value is not UnknownValue ? new(env._values.SetItem(symbol, value), env._copies, env._facts)
            : from is null && !env._values.ContainsKey(symbol) ? env
            : new(env._values.Remove(symbol), from is null ? env._copies : env._copies.SetItem(symbol, from), env._facts);
    }

    public PathState Assume(object entity, Value fact)
    {
        var facts = _facts.SetItem(Source(entity), fact);
        return new(_values, _copies, ReadFrom(entity) is { } member ? facts.SetItem(member, fact) : facts);
    }

    public PathState Forget(IEnumerable<ISymbol> symbols) => symbols.Aggregate(this, (env, symbol) => env.Assign(symbol, Value.Unknown));

    /// <summary>Keeps the assigned value of a local or parameter for conditions only.</summary>
    public PathState Distrust(ISymbol symbol)
    {
        if (!_values.TryGetValue(symbol, out var value))
        {
            return this;
        }

        var env = new PathState(_values.Remove(symbol), _copies, _facts);
        return value is ConstantValue known ? env.Assume(symbol, UnknownValue.Same(known)) : env;
    }

    public PathState Distrust(IEnumerable<ISymbol> symbols) => symbols.Aggregate(this, (env, symbol) => env.Distrust(symbol));

    /// <summary>
    /// Removes the values of symbols that a condition tests in a way that is not understood: the condition may be a check of them.
    /// What other conditions can hold is still known.
    /// </summary>
    public PathState Invalidate(IEnumerable<ISymbol> tested)
    {
        var env = this;
        foreach (var symbol in tested)
        {
            env = env.Distrust(symbol);
            if (!env._facts.IsEmpty)
            {
                var source = env.Source(symbol);
                env = new(
                    env._values,
                    env._copies,
                    env._facts.SetItems(
                        env._facts.Where(fact =>
                                EntityComparer.Instance.Equals(fact.Key, source) || (fact.Key is MemberPath path && IsOf(path, symbol)))
                            .Select(fact => new KeyValuePair<object, Value>(fact.Key, Doubted(fact.Value)))));
            }
        }

        return env;
    }

    private static Value Doubted(Value fact) => fact switch
    {
        ConstantValue known => UnknownValue.Same(known),
        UnknownValue bounded when bounded.Above is not null || bounded.Below is not null => bounded with { IsDoubted = true },
        _ => fact,
    };

    /// <summary>Removes facts about a member that was assigned on some object, because other names may refer to the same object.</summary>
    public PathState ForgetMember(string name)
    {
        if (_copies.IsEmpty && _facts.IsEmpty)
        {
            return this;
        }

        var env = Detach(path => path.Has(name));
        return new(
            env._values,
            env._copies,
            env._facts.RemoveRange(env._facts.Keys.Where(entity => entity is MemberPath path ? path.Has(name) : entity is string text && text.Contains(name))));
    }

    /// <summary>Keeps only what also holds in code that runs at another time.</summary>
    /// <param name="isFixed">Whether a local or parameter never changes.</param>
    /// <param name="withFacts">Whether the facts from conditions still hold.</param>
    public PathState Keep(Func<ISymbol, bool> isFixed, bool withFacts) =>
        IsEmpty ? Empty
        : new(
            _values.RemoveRange(_values.Keys.Where(symbol => !isFixed(symbol))),
            withFacts
                ? _copies.RemoveRange(
                    _copies.Where(copy => !(isFixed(copy.Key) && (RootOf(copy.Value) is not { } root || isFixed(root)))).Select(copy => copy.Key))
                : Empty._copies,
            withFacts
                ? _facts.RemoveRange(_facts.Keys.Where(entity => RootOf(entity) is { } symbol && !isFixed(symbol)))
                : Empty._facts);

    /// <summary>The state at the start of a called body: the facts about what the body can test again.</summary>
    public PathState Facts(Func<object, bool> isShared) =>
        IsEmpty ? Empty : new(Empty._values, _copies, _facts.IsEmpty ? _facts : _facts.RemoveRange(_facts.Keys.Where(entity => !isShared(entity))));

    /// <summary>Adds the facts from a called body.</summary>
    public PathState Assume(PathState callee, Func<object, bool> isShared) => new(
        _values,
        ReferenceEquals(_copies, callee._copies) ? _copies : _copies.RemoveRange(_copies.Keys.Where(copy => !callee._copies.ContainsKey(copy))),
        _facts.IsEmpty && callee._facts.IsEmpty ? _facts
        : _facts.RemoveRange(_facts.Keys.Where(isShared)).AddRange(callee._facts.Where(fact => isShared(fact.Key))));

    /// <summary>Joins paths: paths with the same assigned values become one.</summary>
    public static PathState[] Join(PathState[] envs)
    {
        if (envs.Length < 2)
        {
            return envs;
        }

        // Each would be compared with every other one.
        if (envs.Length > Most * Most)
        {
            return [envs.Aggregate((left, right) => left.Meet(right))];
        }

        var ways = new List<PathState>(envs.Length);
        foreach (var env in envs)
        {
            Add(ways, env);
        }

        return ways.ToArray();
    }

    /// <summary>Keeps at most <see cref="Most"/> paths. If there are more, only what holds on all of them is known.</summary>
    public static PathState[] Widen(PathState[] envs)
    {
        if (envs.Length <= Most)
        {
            return envs;
        }

        var joined = Join(envs);
        return joined.Length <= Most ? joined : [joined.Aggregate((left, right) => left.Meet(right))];
    }

    // Paths that differ in one fact only become one path, on which either fact holds.
    private static void Add(List<PathState> ways, PathState env)
    {
        for (var index = 0; index < ways.Count; index++)
        {
            if (ways[index].TryMerge(env) is { } merged)
            {
                ways.RemoveAt(index);
                Add(ways, merged);
                return;
            }
        }

        ways.Add(env);
    }

    private PathState? TryMerge(PathState other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        if (!Same(_values, other._values) || !SameCopies(_copies, other._copies))
        {
            return null;
        }

        object? difference = null;
        foreach (var entity in _facts.Keys.Concat(other._facts.Keys))
        {
            if (!(_facts.TryGetValue(entity, out var mine) && other._facts.TryGetValue(entity, out var theirs) && mine.Equals(theirs)))
            {
                var at = ReadFrom(entity) ?? entity;
                if (difference is not null && !EntityComparer.Instance.Equals(difference, at))
                {
                    return null;
                }

                difference = at;
            }
        }

        return difference is null ? this
            : new PathState(
                _values,
                _copies,
                _facts.Keys.Where(entity => EntityComparer.Instance.Equals(ReadFrom(entity) ?? entity, difference))
                    .Aggregate(_facts, (facts, entity) => Either(facts, entity, other)));
    }

    /// <summary>Keeps what holds on both paths.</summary>
    public PathState Meet(PathState other) =>
        new(
            _values.RemoveRange(
                _values.Where(entry => !(other._values.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value))).Select(entry => entry.Key)),
            _copies.RemoveRange(
                _copies.Where(copy => !(other._copies.TryGetValue(copy.Key, out var source) && EntityComparer.Instance.Equals(copy.Value, source)))
                    .Select(copy => copy.Key)),
            _facts.Keys.Aggregate(_facts, (facts, entity) => Either(facts, entity, other)));

    private static ImmutableDictionary<object, Value> Either(ImmutableDictionary<object, Value> facts, object entity, PathState other)
    {
        var either = other._facts.TryGetValue(entity, out var theirs) ? UnknownValue.Either(facts[entity], theirs) : Value.Unknown;
        return either.Equals(Value.Unknown) ? facts.Remove(entity) : facts.SetItem(entity, either);
    }

    private static bool Same(ImmutableDictionary<ISymbol, Value> left, ImmutableDictionary<ISymbol, Value> right) =>
        ReferenceEquals(left, right)
        || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value)));

    private static bool SameCopies(ImmutableDictionary<ISymbol, object> left, ImmutableDictionary<ISymbol, object> right) =>
        ReferenceEquals(left, right)
        || (
            left.Count == right.Count
            && left.All(copy => right.TryGetValue(copy.Key, out var source) && EntityComparer.Instance.Equals(copy.Value, source)));

    private ImmutableDictionary<object, Value> WithoutFactsOf(ISymbol symbol) =>
        _facts.IsEmpty
            ? _facts
            : _facts.RemoveRange(
                _facts.Keys.Where(entity =>
                    entity is string condition
                        ? condition.Contains(symbol.Name)
                        : SymbolEqualityComparer.Default.Equals(entity is MemberPath path ? path.Root : entity as ISymbol, symbol)));

    private sealed class EntityComparer : IEqualityComparer<object>
    {
        public static readonly EntityComparer Instance = new();

        public new bool Equals(object? left, object? right) => left is ISymbol symbol
            ? right is ISymbol other && SymbolEqualityComparer.Default.Equals(symbol, other)
            : object.Equals(left, right);

        public int GetHashCode(object entity) => entity is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : entity.GetHashCode();
    }
}
