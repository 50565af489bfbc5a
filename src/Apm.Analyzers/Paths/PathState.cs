using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>What is known at one point of a program, on one of the paths to it.</summary>
internal sealed class PathState
{
    public const int Most = 16;

    public static readonly PathState Empty = new(
        ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default),
        ImmutableDictionary.Create<ISymbol, ISymbol>(SymbolEqualityComparer.Default, SymbolEqualityComparer.Default),
        ImmutableDictionary.Create<object, Value>(EntityComparer.Instance));

    private readonly ImmutableDictionary<ISymbol, Value> _values;
    private readonly ImmutableDictionary<ISymbol, ISymbol> _copies;
    private readonly ImmutableDictionary<object, Value> _facts;

    /// <param name="values">The assigned values of locals and parameters.</param>
    /// <param name="copies">Locals and parameters that have the same unknown value as another.</param>
    /// <param name="facts">Facts from conditions about unknown values: of locals, parameters, their members, and of whole conditions.</param>
    private PathState(ImmutableDictionary<ISymbol, Value> values, ImmutableDictionary<ISymbol, ISymbol> copies, ImmutableDictionary<object, Value> facts) =>
        (_values, _copies, _facts) = (values, copies, facts);

    /// <param name="entity">An <see cref="ISymbol"/>, a <see cref="MemberPath"/>, or the text of a condition.</param>
    public Value this[object entity] =>
        entity is ISymbol symbol && _values.TryGetValue(symbol, out var value) ? value
        : _facts.TryGetValue(Source(entity), out var fact) ? fact
        : Value.Unknown;

    /// <param name="source">The local or parameter whose value is assigned; null if there is none.</param>
    public PathState Assign(ISymbol symbol, Value value, ISymbol? source = null)
    {
        var copies = _copies.IsEmpty
            ? _copies
            : _copies.Remove(symbol).RemoveRange(_copies.Where(copy => SymbolEqualityComparer.Default.Equals(copy.Value, symbol)).Select(copy => copy.Key));
        if (value is not UnknownValue)
        {
            return new(_values.SetItem(symbol, value), copies, WithoutFactsOf(symbol));
        }

        var from = source is null ? symbol : Source(source);
        return new(_values.Remove(symbol), SymbolEqualityComparer.Default.Equals(from, symbol) ? copies : copies.SetItem(symbol, from), WithoutFactsOf(symbol));
    }

    public PathState Assume(object entity, Value fact) => new(_values, _copies, _facts.SetItem(Source(entity), fact));

    public PathState Forget(IEnumerable<ISymbol> symbols) => symbols.Aggregate(this, (env, symbol) => env.Assign(symbol, Value.Unknown));

    /// <summary>Removes what is known about symbols that a condition tests in a way that is not understood. The condition may be a check of them.</summary>
    public PathState Invalidate(IEnumerable<ISymbol> tested)
    {
        var env = this;
        foreach (var symbol in tested)
        {
            env = env[symbol] switch
            {
                UnknownValue { IsDoubted: false } bounded when bounded.Above is not null || bounded.Below is not null =>
                    env.Assume(symbol, bounded with { IsDoubted = true }),
                UnknownValue => env,
                // Later conditions are still decided, but the value is not reported.
                ConstantValue known when !env._values.ContainsKey(symbol) =>
                    env.Assume(symbol, new UnknownValue { Only = ImmutableHashSet.Create(known.Constant), IsDoubted = true }),
                _ => env.Assign(symbol, Value.Unknown),
            };
            env = new(
                env._values,
                env._copies,
                env._facts.RemoveRange(
                    env._facts.Where(fact => fact is { Key: MemberPath path, Value: ConstantValue } && SymbolEqualityComparer.Default.Equals(path.Root, symbol))
                        .Select(fact => fact.Key)));
        }

        return env;
    }

    /// <summary>Removes the assigned value of a local or parameter, and keeps the facts from conditions.</summary>
    public PathState Kill(ISymbol symbol) => new(_values.Remove(symbol), _copies, _facts);

    /// <summary>Removes facts about a member that was assigned on some object, because other names may refer to the same object.</summary>
    public PathState ForgetMember(string name) =>
        new(
            _values,
            _copies,
            _facts.RemoveRange(
                _facts.Keys.Where(entity =>
                    entity is MemberPath path ? path.Members.Split('.').Contains(name) : entity is string condition && condition.Contains(name))));

    /// <summary>Keeps only what also holds in code that runs at another time.</summary>
    /// <param name="isFixed">Whether a local or parameter never changes.</param>
    /// <param name="withFacts">Whether the facts from conditions still hold.</param>
    public PathState Keep(Func<ISymbol, bool> isFixed, bool withFacts) =>
        new(
            _values.RemoveRange(_values.Keys.Where(symbol => !isFixed(symbol))),
            withFacts ? _copies.RemoveRange(_copies.Where(copy => !(isFixed(copy.Key) && isFixed(copy.Value))).Select(copy => copy.Key)) : Empty._copies,
            withFacts
                ? _facts.RemoveRange(_facts.Keys.Where(entity => (entity is MemberPath path ? path.Root : entity as ISymbol) is { } symbol && !isFixed(symbol)))
                : Empty._facts);

    /// <summary>The state at the start of a called body: the facts about what the body can test again.</summary>
    public PathState Facts(Func<object, bool> isShared) =>
        new(Empty._values, Empty._copies, _facts.RemoveRange(_facts.Keys.Where(entity => !isShared(entity))));

    /// <summary>Adds the facts from a called body.</summary>
    public PathState Assume(PathState callee, Func<object, bool> isShared) => new(
        _values,
        _copies,
        _facts.RemoveRange(_facts.Keys.Where(isShared)).AddRange(callee._facts.Where(fact => isShared(fact.Key))));

    /// <summary>The first of several symbols that have the same value.</summary>
    public ISymbol Source(ISymbol symbol) => _copies.TryGetValue(symbol, out var source) ? source : symbol;

    private object Source(object entity) => entity is ISymbol symbol ? Source(symbol) : entity;

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
                if (difference is not null && !EntityComparer.Instance.Equals(difference, entity))
                {
                    return null;
                }

                difference = entity;
            }
        }

        return difference is null ? this : new PathState(_values, _copies, _facts.ContainsKey(difference) ? Either(_facts, difference, other) : _facts);
    }

    /// <summary>Keeps what holds on both paths.</summary>
    public PathState Meet(PathState other) =>
        new(
            _values.RemoveRange(
                _values.Where(entry => !(other._values.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value))).Select(entry => entry.Key)),
            _copies.RemoveRange(_copies.Where(copy => !SymbolEqualityComparer.Default.Equals(copy.Value, other.Source(copy.Key))).Select(copy => copy.Key)),
            _facts.Keys.Aggregate(_facts, (facts, entity) => Either(facts, entity, other)));

    private static ImmutableDictionary<object, Value> Either(ImmutableDictionary<object, Value> facts, object entity, PathState other)
    {
        var either = other._facts.TryGetValue(entity, out var theirs) ? UnknownValue.Either(facts[entity], theirs) : Value.Unknown;
        return either.Equals(Value.Unknown) ? facts.Remove(entity) : facts.SetItem(entity, either);
    }

    private static bool Same(ImmutableDictionary<ISymbol, Value> left, ImmutableDictionary<ISymbol, Value> right) =>
        ReferenceEquals(left, right)
        || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value)));

    private static bool SameCopies(ImmutableDictionary<ISymbol, ISymbol> left, ImmutableDictionary<ISymbol, ISymbol> right) =>
        ReferenceEquals(left, right)
        || (
            left.Count == right.Count
            && left.All(copy => right.TryGetValue(copy.Key, out var source) && SymbolEqualityComparer.Default.Equals(copy.Value, source)));

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
