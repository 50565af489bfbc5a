using System.Net;

namespace Apm;

/// <summary>
/// A body that goes out once. Calls without a body have an empty one, because <see cref="SocketsHttpHandler"/> itself
/// repeats a request without content when the server closes a kept connection.
/// </summary>
internal sealed class OnceContent : HttpContent
{
    private const int Fresh = 0;
    private const int Writing = 1;
    private const int Written = 2;
    private const int Closed = 3;

    private readonly ApmBody _body;
    private int _state;
    private volatile bool _started;

    public OnceContent(ApmBody body, string mediaType)
    {
        _body = body;
        if (!body.IsNone)
        {
            Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }
    }

    /// <summary>Somebody has begun to write the body: to the gateway, or to a handler that looks at it.</summary>
    public bool Started => _started || Volatile.Read(ref _state) == Writing;

    /// <summary>
    /// Lets the body be written once more although a handler has looked at it: what sends it next is known to send it once.
    /// </summary>
    public void Rearm() => Interlocked.CompareExchange(ref _state, Fresh, Written);

    /// <summary>From now on nobody can begin to write the body. Its buffer goes back to the pool unless it is being read.</summary>
    public void Close()
    {
        var before = Interlocked.CompareExchange(ref _state, Closed, Fresh);
        if (before == Written)
        {
            before = Interlocked.CompareExchange(ref _state, Closed, Written);
        }

        if (before is Fresh or Written)
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

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Not an HttpRequestException, which resilience handlers take as a reason to try again.
        if (Interlocked.CompareExchange(ref _state, Writing, Fresh) != Fresh)
        {
            throw new InvalidOperationException("A request that may move money goes out once; something tried to send it again.");
        }

        _started = true;
        return WriteAsync(stream, cancellationToken);
    }

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(_body.Memory, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Volatile.Write(ref _state, Written);
        }
    }
}
