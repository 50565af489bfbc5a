using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Apm.Sandbox;

/// <summary>Passes requests from Kestrel to a gateway, and responses back. It logs operations and statuses, never addresses, headers or bodies.</summary>
internal sealed partial class HttpAdapter(Gateway gateway, int maxBodyBytes, ILogger logger, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var request = await ReadAsync(context.Request).ConfigureAwait(false);
        GatewayResponse answer;
        try
        {
            answer = await gateway.HandleAsync(request, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            answer = GatewayResponse.Lost;
        }

        Answered(
            logger,
            answer.Operation ?? "other",
            answer.IsLost ? "lost" : answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        if (answer.IsLost)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task<GatewayRequest> ReadAsync(HttpRequest request)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return new()
        {
            Method = request.Method.ToUpperInvariant(),
            Origin = $"{request.Scheme}://{request.Host.ToUriComponent()}",
            Path = PathOf(target),
            Query = QueryOf(target),
            Headers = request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value.ToArray()), StringComparer.OrdinalIgnoreCase),
            Body = await ReadBodyAsync(request).ConfigureAwait(false),
        };
    }

    // One byte more than allowed is enough for the gateway to refuse the body.
    private async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        int read;
        while (body.Length <= maxBodyBytes && (read = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted).ConfigureAwait(false)) > 0)
        {
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private static string PathOf(string target)
    {
        if (!target.StartsWith('/'))
        {
            return Uri.TryCreate(target, UriKind.Absolute, out var url) ? url.AbsolutePath : target;
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? target : target[..query];
    }

    private static string QueryOf(string target) => target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? target[query..] : "";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Operation}: {Status} in {Milliseconds} ms")]
    private static partial void Answered(ILogger logger, string operation, string status, long milliseconds);
}
