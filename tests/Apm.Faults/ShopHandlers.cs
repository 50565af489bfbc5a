namespace Apm.Faults;

/// <summary>How a hand-written retry handler sends again.</summary>
internal enum RetryKind
{
    /// <summary>A copy of the request without its options.</summary>
    Copy,

    /// <summary>A whole copy.</summary>
    CopyWithOptions,

    /// <summary>The same request, whose body was buffered.</summary>
    Buffer,

    /// <summary>The same request.</summary>
    Same,

    /// <summary>A copy, whatever the token says, except for what can be asked again.</summary>
    Deaf,

    /// <summary>A copy, on the calling thread.</summary>
    Synchronous,

    /// <summary>A copy, in another flow of execution.</summary>
    Outside,

    /// <summary>A copy with the credentials, and without any other header.</summary>
    Bare,
}

/// <summary>A retry handler as shops write them.</summary>
internal sealed class Retry(RetryKind kind) : DelegatingHandler
{
    private const int Attempts = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (kind == RetryKind.Buffer && request.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
        }

        var body = kind is RetryKind.Same or RetryKind.Buffer || request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await SendOnceAsync(
                    request,
                    body,
                    kind == RetryKind.Deaf && request.Method != HttpMethod.Get ? CancellationToken.None : cancellationToken);
                if ((int)answer.StatusCode < 500 || attempt == Attempts)
                {
                    return answer;
                }
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
            }
        }
    }

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, byte[] body, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case RetryKind.Same or RetryKind.Buffer:
                return base.SendAsync(request, cancellationToken);
            case RetryKind.Synchronous:
                return Task.FromResult(base.Send(Copy(request, body), cancellationToken));
            case RetryKind.Outside:
                using (ExecutionContext.SuppressFlow())
                {
                    return Task.Run(() => base.SendAsync(Copy(request, body), cancellationToken), cancellationToken);
                }

            default:
                return base.SendAsync(Copy(request, body), cancellationToken);
        }
    }

    private HttpRequestMessage Copy(HttpRequestMessage request, byte[] body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        foreach (var header in request.Headers.Where(header => kind != RetryKind.Bare || header.Key == "Authorization"))
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (body.Length > 0)
        {
            copy.Content = new ByteArrayContent(body);
            foreach (var header in request.Content!.Headers)
            {
                copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
            }
        }

        if (kind == RetryKind.CopyWithOptions)
        {
            foreach (var option in request.Options)
            {
                ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
            }
        }

        return copy;
    }
}

/// <summary>Reads what is sent and what comes back, as a handler that logs does.</summary>
internal sealed class Looking : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } sent)
        {
            await sent.CopyToAsync(Stream.Null, cancellationToken);
        }

        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        return response;
    }
}

/// <summary>Has bodies sent in chunks.</summary>
internal sealed class Chunking : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.TransferEncodingChunked = request.Content is not null && request.Version.Major < 2;
        return base.SendAsync(request, cancellationToken);
    }
}

/// <summary>A primary handler of which nothing is known.</summary>
internal sealed class Opaque(HttpMessageHandler sending) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _sending = new(sending);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _sending.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _sending.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Sends through a client of its own, and not through the handlers below it.</summary>
internal sealed class Forwarding : DelegatingHandler
{
    private readonly HttpClient _own = new(new SocketsHttpHandler());

    /// <summary>If not, it sends an empty body, and the client cannot see that anything was sent.</summary>
    public bool ReadsContent { get; init; } = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null || !ReadsContent ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        using var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        copy.Content = request.Method == HttpMethod.Get ? null : new ByteArrayContent(body);
        copy.Headers.Authorization = request.Headers.Authorization;
        return await _own.SendAsync(copy, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        _own.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>After a failure, sends the request again through a client of its own.</summary>
internal sealed class FailingOver : DelegatingHandler
{
    private readonly HttpClient _own = new(new SocketsHttpHandler());

    /// <summary>The time before it sends again.</summary>
    public TimeSpan Delay { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode || request.Method == HttpMethod.Get)
            {
                return response;
            }
        }
        catch (HttpRequestException) when (request.Method != HttpMethod.Get)
        {
        }

        await Task.Delay(Delay, CancellationToken.None);
        using var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Version = request.Version, VersionPolicy = request.VersionPolicy };
        copy.Content = new ByteArrayContent(body);
        copy.Headers.Authorization = request.Headers.Authorization;
        return await _own.SendAsync(copy, CancellationToken.None);
    }

    protected override void Dispose(bool disposing)
    {
        _own.Dispose();
        base.Dispose(disposing);
    }
}
