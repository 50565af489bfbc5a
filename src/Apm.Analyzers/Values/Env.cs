using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers.Values;

/// <summary>What is known at one point of a program, on one of the ways that lead to it.</summary>
internal sealed class Env
{
    public const int Most = 16;

    public static readonly Env Empty = new(
        ImmutableDictionary.Create<ISymbol, Value>(SymbolEqualityComparer.Default),
        ImmutableDictionary.Create<object, Value>(EntityComparer.Instance));

    private readonly ImmutableDictionary<ISymbol, Value> _values;
    private readonly ImmutableDictionary<object, Value> _facts;

    /// <param name="values">What was assigned to locals and parameters.</param>
    /// <param name="facts">What conditions said of that which is not known: of locals, parameters, their members, and of whole conditions.</param>
    private Env(ImmutableDictionary<ISymbol, Value> values, ImmutableDictionary<object, Value> facts) => (_values, _facts) = (values, facts);

    /// <param name="entity">An <see cref="ISymbol"/>, a <see cref="MemberPath"/>, or the text of a condition.</param>
    public Value this[object entity] =>
        entity is ISymbol symbol && _values.TryGetValue(symbol, out var value) ? value
        : _facts.TryGetValue(entity, out var fact) ? fact
        : Value.Unknown;

    public Env Assign(ISymbol symbol, Value value) => new(
        value is UnknownValue ? _values.Remove(symbol) : _values.SetItem(symbol, value),
        WithoutFactsOf(symbol));

    public Env Learn(object entity, Value fact) => new(_values, _facts.SetItem(entity, fact));

    public Env Forget(IEnumerable<ISymbol> symbols) => symbols.Aggregate(this, (env, symbol) => env.Assign(symbol, Value.Unknown));

    /// <summary>Only what code that runs at another time can rely on.</summary>
    public Env Keep(Func<ISymbol, bool> values, Func<ISymbol, bool> facts) => new(
        _values.RemoveRange(_values.Keys.Where(symbol => !values(symbol))),
        _facts.RemoveRange(_facts.Keys.Where(entity => entity is not ISymbol symbol || !facts(symbol))));

    /// <summary>Ways that parted and meet again: those that differ in nothing that was assigned are one.</summary>
    public static Env[] Join(Env[] envs)
    {
        if (envs.Length < 2)
        {
            return envs;
        }

        var ways = new List<Env>(envs.Length);
        foreach (var env in envs)
        {
            Add(ways, env);
        }

        return ways.ToArray();
    }

    /// <summary>At most <see cref="Most"/> ways; beyond, only what holds on all of them is known.</summary>
    public static Env[] Few(Env[] envs)
    {
        if (envs.Length <= Most)
        {
            return envs;
        }

        var joined = Join(envs);
        return joined.Length <= Most ? joined : [joined.Aggregate((left, right) => left.Common(right))];
    }

    // A fact that both ways contradict in, and nothing else, is no fact after them.
    private static void Add(List<Env> ways, Env env)
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

    private Env? TryMerge(Env other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        if (!Same(_values, other._values))
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

        return difference is null ? this : new Env(_values, _facts.Remove(difference));
    }

    /// <summary>What holds on both ways.</summary>
    public Env Common(Env other) => new(
        _values.RemoveRange(_values.Where(entry => !(other._values.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value))).Select(entry => entry.Key)),
        _facts.RemoveRange(_facts.Where(entry => !(other._facts.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value))).Select(entry => entry.Key)));

    private static bool Same(ImmutableDictionary<ISymbol, Value> left, ImmutableDictionary<ISymbol, Value> right) =>
        ReferenceEquals(left, right)
        || (left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var value) && value.Equals(entry.Value)));

    private ImmutableDictionary<object, Value> WithoutFactsOf(ISymbol symbol) => _facts.IsEmpty
        ? _facts
        : _facts.RemoveRange(_facts.Keys.Where(entity => SymbolEqualityComparer.Default.Equals(entity is MemberPath path ? path.Root : entity as ISymbol, symbol)));

    private sealed class EntityComparer : IEqualityComparer<object>
    {
        public static readonly EntityComparer Instance = new();

        public new bool Equals(object? left, object? right) => left is ISymbol symbol
            ? right is ISymbol other && SymbolEqualityComparer.Default.Equals(symbol, other)
            : object.Equals(left, right);

        public int GetHashCode(object entity) => entity is ISymbol symbol ? SymbolEqualityComparer.Default.GetHashCode(symbol) : entity.GetHashCode();
    }
}
