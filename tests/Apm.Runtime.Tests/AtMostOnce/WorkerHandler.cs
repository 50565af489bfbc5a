using System.Threading.Channels;

namespace Apm.Tests;

/// <summary>One worker for all calls, which is started within the first one.</summary>
internal sealed class WorkerHandler : DelegatingHandler
{
    private readonly Channel<(HttpRequestMessage Copy, TaskCompletionSource<HttpResponseMessage> Answer)> _queue =
        Channel.CreateUnbounded<(HttpRequestMessage, TaskCompletionSource<HttpResponseMessage>)>();

    private readonly Lock _lock = new();
    private Task? _working;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _working ??= Task.Run(WorkAsync, CancellationToken.None);
        }

        var copy = new HttpRequestMessage(request.Method, request.RequestUri)
        {
            Content = new ByteArrayContent(await request.Content!.ReadAsByteArrayAsync(cancellationToken)),
        };
        foreach (var header in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        var answer = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        await _queue.Writer.WriteAsync((copy, answer), cancellationToken);
        return await answer.Task;
    }

    private async Task WorkAsync()
    {
        await foreach (var (copy, answer) in _queue.Reader.ReadAllAsync())
        {
            answer.SetResult(await base.SendAsync(copy, CancellationToken.None));
        }
    }
}
