using System.Buffers;

namespace Apm;

/// <summary>Reads the body of a response into an array of its exact size.</summary>
internal static class ResponseBodyReader
{
    // A response about one payment takes a few kilobytes.
    private const int MaxLength = 4 * 1024 * 1024;
    private const int FirstGuess = 4096;

    /// <exception cref="HttpRequestException">The body is cut off, or too long. Circuit breakers count this exception, and no other of
    /// the platform.</exception>
    public static async ValueTask<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadWholeAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            var error = exception is HttpIOException { HttpRequestError: var known } ? known : HttpRequestError.ResponseEnded;
            throw new HttpRequestException(error, "The response was cut off.", exception);
        }
    }

    private static async ValueTask<byte[]> ReadWholeAsync(HttpContent content, CancellationToken cancellationToken)
    {
        // The stream belongs to the content, which the response disposes of.
        var stream = content is ByteArrayContent
            ? content.ReadAsStream(cancellationToken)
            : await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (content.Headers.ContentLength is { } length)
        {
            if (length > MaxLength)
            {
                throw TooLong();
            }

            var body = GC.AllocateUninitializedArray<byte>((int)length);
            await stream.ReadExactlyAsync(body, cancellationToken).ConfigureAwait(false);
            return body;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(FirstGuess);
        try
        {
            var read = 0;
            while (true)
            {
                var more = await stream.ReadAsync(buffer.AsMemory(read), cancellationToken).ConfigureAwait(false);
                if (more == 0)
                {
                    return buffer.AsSpan(0, read).ToArray();
                }

                read += more;
                if (read > MaxLength)
                {
                    throw TooLong();
                }

                if (read == buffer.Length)
                {
                    var larger = ArrayPool<byte>.Shared.Rent(read * 2);
                    buffer.AsSpan(0, read).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static HttpRequestException TooLong() => new($"The response is longer than {MaxLength / 1024 / 1024} MiB.");
}
