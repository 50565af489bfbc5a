using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Apm;

/// <summary>An immutable list with value equality: two lists are equal if their items are equal. Write it as <c>[first, second]</c>.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
[CollectionBuilder(typeof(ApmList), nameof(ApmList.Create))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a list.")]
public sealed class ApmList<T> : IReadOnlyList<T>, IEquatable<ApmList<T>>
{
    /// <summary>The empty list.</summary>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "As ImmutableArray<T>.Empty.")]
    public static readonly ApmList<T> Empty = new([]);

    private readonly T[] _items;

    internal ApmList(T[] items) => _items = items;

    /// <summary>The number of items.</summary>
    public int Count => _items.Length;

    /// <summary>The item at an index that starts at 0.</summary>
    /// <exception cref="IndexOutOfRangeException">The index is not in the list.</exception>
    public T this[int index] => _items[index];

    /// <summary>Whether both lists have equal items in the same order.</summary>
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

    /// <summary>The texts of the items, in brackets.</summary>
    public override string ToString() => "[" + string.Join(", ", _items) + "]";

    /// <summary>Enumerates the items without an allocation.</summary>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Enumerates the items.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "As every enumerator that foreach finds by its shape.")]
    [SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Nobody compares enumerators.")]
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items) => (_items, _index) = (items, -1);

        /// <summary>The current item.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Moves to the next item.</summary>
        /// <returns>False after the last item.</returns>
        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Creates lists.</summary>
public static class ApmList
{
    /// <summary>Creates a list of the items.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public static ApmList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ApmList<T>.Empty : Of(items.ToArray());

    /// <summary>Copies the items to a list.</summary>
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
