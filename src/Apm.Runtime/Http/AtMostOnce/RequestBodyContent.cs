using System.Net;

namespace Apm;

/// <summary>
/// The body of a call as handlers see it: it can be read any number of times until the call ends. A call without a body has
/// an empty one, because <see cref="SocketsHttpHandler"/> itself repeats a request without content when the server closes a
/// kept connection.
/// </summary>
internal sealed class RequestBodyContent : HttpContent
{
    // Set in the count of readers once nobody may begin to read.
    private const int ClosedBit = int.MinValue;

    private readonly ApmBody _body;
    private int _readers;
    private volatile bool _wasRead;

    public RequestBodyContent(ApmBody body, string mediaType)
    {
        _body = body;
        if (!body.IsNone)
        {
            Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }
    }

    /// <summary>Somebody has begun to read the body: to send it, or to look at it.</summary>
    public bool WasRead => _wasRead;

    /// <summary>From now on nobody can begin to read the body. Its buffer goes back to the pool unless it is being read.</summary>
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
            // Not an HttpRequestException or what becomes one, which retry handlers take as a reason to send again.
            throw new InvalidOperationException("The call has ended, so the body of its request cannot be read or sent any more.");
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
