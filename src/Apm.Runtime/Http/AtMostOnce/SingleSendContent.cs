using System.Net;

namespace Apm;

/// <summary>The content that the guard passes to the handler that sends. It writes the content of the outer handlers at most once.</summary>
/// <remarks>It exists even if the outer handlers left no content: see <see cref="RequestBodyContent"/>.</remarks>
internal sealed class SingleSendContent : HttpContent
{
    private readonly HttpContent? _content;
    private int _isStarted;

    public SingleSendContent(HttpContent? content)
    {
        _content = content;
        if (content is not null)
        {
            foreach (var header in content.Headers.NonValidated)
            {
                foreach (var value in header.Value)
                {
                    Headers.TryAddWithoutValidation(header.Key, value);
                }
            }
        }
    }

    /// <summary>Whether a part of the body may have been sent.</summary>
    public bool IsStarted => Volatile.Read(ref _isStarted) != 0;

    protected override bool TryComputeLength(out long length)
    {
        length = _content is null ? 0 : _content.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // Not an HttpRequestException, because retry handlers would try again.
        return Interlocked.Exchange(ref _isStarted, 1) != 0
            ? throw new InvalidOperationException("A request that changes state is sent once; a handler tried to send it again.")
            : _content?.CopyToAsync(stream, context, cancellationToken) ?? Task.CompletedTask;
    }
}
