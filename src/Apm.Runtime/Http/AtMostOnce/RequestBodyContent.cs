using System.Net;

namespace Apm;

/// <summary>
/// The body of a call as handlers see it: it can be read any number of times until the call ends. A call without a body has
/// an empty one, because <see cref="SocketsHttpHandler"/> itself repeats a request without content when the server closes a
/// kept connection.
/// </summary>
internal sealed class RequestBodyContent : HttpContent
{
    // Set in the count of readers when no new read may begin.
    private const int ClosedBit = int.MinValue;

    private readonly ApmBody _body;
    private int _readers;
    private volatile bool _wasRead;

    /// <param name="body">The body in JSON, or none.</param>
    /// <param name="mediaType">The media type of the body; null to send none.</param>
    public RequestBodyContent(ApmBody body, string? mediaType)
    {
        _body = mediaType == FormBody.MediaType ? FormBody.Of(body) : body;
        if (mediaType is not null)
        {
            Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }
    }

    /// <summary>The body as it is sent. Use it only before the request is sent.</summary>
    public ReadOnlyMemory<byte> Memory => _body.Memory;

    /// <summary>Whether the body was read, to send it or to inspect it.</summary>
    public bool WasRead => _wasRead;

    /// <summary>Allows no new read of the body. Its buffer returns to the pool unless a read is under way.</summary>
    public void Close()
    {
        if (Interlocked.Or(ref _readers, ClosedBit) == 0)
        {
            _body.Return();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _readers) < 0)
        {
            // Not an HttpRequestException or an exception that becomes one, because retry handlers would send again.
            throw new InvalidOperationException("The call has ended, so the body of its request can no longer be read or sent.");
        }

        _wasRead = true;
        try
        {
            await stream.WriteAsync(_body.Memory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }
    }
}
