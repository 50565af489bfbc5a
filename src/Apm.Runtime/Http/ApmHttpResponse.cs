using System.ComponentModel;

namespace Apm;

/// <summary>A complete response of a gateway.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Body">The body in an array of its own, without a byte order mark.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ApmHttpResponse(int StatusCode, ReadOnlyMemory<byte> Body)
{
    /// <summary>The status. The body is withheld.</summary>
    public override string ToString() => $"{nameof(ApmHttpResponse)} {{ StatusCode = {StatusCode}, Length = {Body.Length} }}";
}
