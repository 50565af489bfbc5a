using System.Collections;
using System.ComponentModel;

namespace Apm;

/// <summary>The links and actions of a response. Names and addresses become strings on first use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentActions : IReadOnlyList<PaymentAction>
{
    private (JsonText Name, JsonText Href)[] _texts = new (JsonText, JsonText)[2];
    private ReadOnlyMemory<byte> _json;

    internal PaymentActions()
    {
    }

    /// <summary>The number of links and actions.</summary>
    public int Count { get; private set; }

    /// <summary>A link or action, in the order of the response.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not less than <see cref="Count"/>.</exception>
    public PaymentAction this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            ref var texts = ref _texts[index];
            return new PaymentAction(texts.Name.In(_json)!, texts.Href.In(_json)!);
        }
    }

    /// <summary>Sets the response that contains the texts.</summary>
    /// <param name="json">The whole response, as UTF-8.</param>
    public PaymentActions In(ReadOnlyMemory<byte> json)
    {
        _json = json;
        return this;
    }

    /// <inheritdoc />
    public IEnumerator<PaymentAction> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(JsonText name, JsonText href)
    {
        if (Count == _texts.Length)
        {
            Array.Resize(ref _texts, Count * 2);
        }

        _texts[Count++] = (name, href);
    }
}
