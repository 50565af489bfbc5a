using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Apm;

/// <summary>An immutable list that equals another with equal items, as records equal records. Write one as <c>[first, second]</c>.</summary>
/// <typeparam name="T">What each item is.</typeparam>
[CollectionBuilder(typeof(ApmList), nameof(ApmList.Create))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a list.")]
public sealed class ApmList<T> : IReadOnlyList<T>, IEquatable<ApmList<T>>
{
    /// <summary>The list without items.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "As ImmutableArray<T>.Empty.")]
    public static readonly ApmList<T> Empty = new([]);

    private readonly T[] _items;

    internal ApmList(T[] items) => _items = items;

    /// <summary>How many items there are.</summary>
    public int Count => _items.Length;

    /// <summary>The item at a place, counted from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public T this[int index] => _items[index];

    /// <summary>Whether both have equal items in the same order.</summary>
    public bool Equals(ApmList<T>? other) => other is not null && _items.AsSpan().SequenceEqual(other._items, EqualityComparer<T>.Default);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ApmList<T>);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>The items as they print themselves, in brackets.</summary>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";

    /// <summary>Goes through the items without allocating.</summary>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Goes through the items.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "As every enumerator that foreach finds by its shape.")]
    [SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Nobody compares enumerators.")]
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items) => (_items, _index) = (items, -1);

        /// <summary>The item that was reached.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes to the next item.</summary>
        /// <returns>False after the last.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Makes lists of values that are not written one by one.</summary>
public static class ApmList
{
    /// <summary>A list of these items.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public static ApmList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ApmList<T>.Empty : Of(items.ToArray());

    /// <summary>A list of the items that there are now.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public static ApmList<T> ToApmList<T>(this IEnumerable<T> items) => Of(items.ToArray());

    private static ApmList<T> Of<T>(T[] items)
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index] is null)
            {
                throw new ArgumentException($"The item at {index} is null.", nameof(items));
            }
        }

        return new ApmList<T>(items);
    }
}
