using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Apm;

/// <summary>An immutable map of texts with value equality: two maps are equal if they have the same names with the same texts. The order of the
/// entries is kept, and does not count.</summary>
/// <remarks>Convert a dictionary: <c>new Dictionary&lt;string, string&gt; { ["order"] = "1" }</c>.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a map.")]
public sealed class ApmMap : IReadOnlyDictionary<string, string>, IEquatable<ApmMap>
{
    private readonly KeyValuePair<string, string>[] _entries;
    private readonly Dictionary<string, string> _byName;

    /// <summary>Copies the entries.</summary>
    /// <exception cref="ArgumentException">Two entries have one name, or a name or a text is null.</exception>
    public ApmMap(IEnumerable<KeyValuePair<string, string>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        _entries = [.. entries];
        _byName = new Dictionary<string, string>(_entries.Length, StringComparer.Ordinal);
        foreach (var (name, text) in _entries)
        {
            if (name is null || text is null)
            {
                throw new ArgumentException("A name or a text is null.", nameof(entries));
            }

            _byName.Add(name, text);
        }
    }

    /// <summary>The map without entries.</summary>
    public static ApmMap Empty { get; } = new([]);

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <inheritdoc />
    public IEnumerable<string> Keys => _entries.Select(entry => entry.Key);

    /// <inheritdoc />
    public IEnumerable<string> Values => _entries.Select(entry => entry.Value);

    /// <summary>The text of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such name.</exception>
    public string this[string key] => _byName[key];

    /// <summary>Copies a dictionary.</summary>
    [return: NotNullIfNotNull(nameof(entries))]
    public static implicit operator ApmMap?(Dictionary<string, string>? entries) => entries is null ? null : new ApmMap(entries);

    /// <inheritdoc />
    public bool ContainsKey(string key) => _byName.ContainsKey(key);

    /// <inheritdoc />
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) => _byName.TryGetValue(key, out value);

    /// <summary>Whether both maps have the same names with the same texts.</summary>
    public bool Equals(ApmMap? other) =>
        other is not null
        && Count == other.Count
        && Array.TrueForAll(_entries, entry => other.TryGetValue(entry.Key, out var text) && string.Equals(text, entry.Value, StringComparison.Ordinal));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ApmMap);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        // The order does not count.
        var hash = Count;
        foreach (var (name, text) in _entries)
        {
            hash = unchecked(hash + HashCode.Combine(name, text));
        }

        return hash;
    }

    /// <summary>The number of entries. The entries may be personal data of a customer.</summary>
    public override string ToString() => $"{Count} entries";

    /// <summary>Enumerates the entries without an allocation.</summary>
    public Enumerator GetEnumerator() => new(_entries);

    IEnumerator<KeyValuePair<string, string>> IEnumerable<KeyValuePair<string, string>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, string>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <summary>Enumerates the entries.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [SuppressMessage("Design", "CA1034:Nested types should not be visible", Justification = "As every enumerator that foreach finds by its shape.")]
    [SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "Nobody compares enumerators.")]
    public struct Enumerator
    {
        private readonly KeyValuePair<string, string>[] _entries;
        private int _index;

        internal Enumerator(KeyValuePair<string, string>[] entries) => (_entries, _index) = (entries, -1);

        /// <summary>The current entry.</summary>
        public readonly KeyValuePair<string, string> Current => _entries[_index];

        /// <summary>Moves to the next entry.</summary>
        /// <returns>False after the last entry.</returns>
        public bool MoveNext() => ++_index < _entries.Length;
    }
}
