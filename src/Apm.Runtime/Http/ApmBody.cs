using System.Buffers;
using System.ComponentModel;

namespace Apm;

/// <summary>A request's body in a pooled buffer, or none. Whoever holds it gives it to <see cref="ApmTransport"/> once.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ApmBody
{
    private readonly byte[]? _buffer;

    internal ApmBody(byte[] buffer, int length)
    {
        _buffer = buffer;
        Length = length;
    }

    /// <summary>No body: nothing but the link is sent.</summary>
    public static ApmBody None => default;

    /// <summary>In bytes.</summary>
    public int Length { get; }

    /// <summary>Whether nothing but the link is sent.</summary>
    public bool IsNone => _buffer is null;

    internal ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, Length);

    internal void Return()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}
