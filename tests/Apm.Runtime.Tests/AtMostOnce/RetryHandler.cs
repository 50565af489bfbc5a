namespace Apm.Tests;

/// <summary>A hand-written retry handler, as shops have them.</summary>
internal sealed class RetryHandler(string kind) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = kind == "same request" ? [] : await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = kind switch
                {
                    "synchronous" => base.Send(Copy(request, body), cancellationToken),
                    "outside" => await OutsideAsync(Copy(request, body), cancellationToken),
                    "copy" or "copy with options" or "bare" => await base.SendAsync(Copy(request, body), cancellationToken),
                    _ => await base.SendAsync(request, cancellationToken),
                };
                if ((int)answer.StatusCode < 500 || attempt == 3)
                {
                    return answer;
                }
            }
            catch (HttpRequestException) when (attempt < 3)
            {
            }
        }
    }

    private Task<HttpResponseMessage> OutsideAsync(HttpRequestMessage copy, CancellationToken cancellationToken)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => base.SendAsync(copy, cancellationToken), cancellationToken);
        }
    }

    private HttpRequestMessage Copy(HttpRequestMessage request, byte[] body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = body.Length == 0 ? null : new ByteArrayContent(body) };
        foreach (var header in request.Headers.Where(header => kind != "bare" || header.Key == "Authorization"))
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (kind == "copy with options")
        {
            foreach (var option in request.Options)
            {
                ((IDictionary<string, object?>)copy.Options)[option.Key] = option.Value;
            }
        }

        return copy;
    }
}
