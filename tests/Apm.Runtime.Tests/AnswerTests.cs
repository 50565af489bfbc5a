using System.Buffers;
using System.Diagnostics;
using System.Net;
using System.Text;

namespace Apm.Tests;

/// <summary>How an answer's body is read: to its end, within its bounds, and into memory that goes back.</summary>
public class AnswerTests
{
    private const int Longest = 4 * 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    [InlineData(Longest)]
    public async Task A_body_of_up_to_4_MiB_is_read_to_its_end(int length)
    {
        var body = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, (length / 8) + 1).Select(number => $"{number,8}")))[..length];
        using var announced = new ByteArrayContent(body);
        using var unannounced = new Unannounced(new MemoryStream(body));

        Assert.Equal(body, await ResponseBodyReader.ReadAsync(announced, default));
        Assert.Equal(body, await ResponseBodyReader.ReadAsync(unannounced, default));
    }

    [Fact]
    public async Task A_longer_body_is_refused_before_it_is_read_where_its_length_is_known()
    {
        var stream = new MemoryStream(new byte[Longest + 1]);
        using var announced = new StreamContent(stream);
        using var unannounced = new Unannounced(new MemoryStream(new byte[Longest + 1]));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(async () => await ResponseBodyReader.ReadAsync(announced, default));
        await Assert.ThrowsAsync<HttpRequestException>(async () => await ResponseBodyReader.ReadAsync(unannounced, default));

        Assert.Equal("The response is longer than 4 MiB.", refused.Message);
        Assert.Equal(0, stream.Position);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(5000, false)]
    [InlineData(100, true)]
    [InlineData(5000, true)]
    public void The_buffers_of_a_body_of_unknown_length_go_back(int length, bool breaks)
    {
        // The pool gives a thread what the thread gave back last.
        var buffers = Array.ConvertAll([4096, 8192], ArrayPool<byte>.Shared.Rent);
        Array.ForEach(buffers, buffer => ArrayPool<byte>.Shared.Return(buffer));
        using var content = new Unannounced(new Breaking(new byte[length], breaks));

        var read = ResponseBodyReader.ReadAsync(content, default);
        Assert.True(read.IsCompleted);
        Assert.Equal(breaks, read.IsFaulted);

        var again = Array.ConvertAll([4096, 8192], ArrayPool<byte>.Shared.Rent);
        Array.ForEach(again, buffer => ArrayPool<byte>.Shared.Return(buffer));
        Assert.Same(buffers[0], again[0]);
        Assert.Same(buffers[1], again[1]);
    }

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    public void Success_is_200_to_299(int status, bool success) =>
        Assert.Equal(success, new BufferedResponse((HttpStatusCode)status, [], null).IsSuccess);

    [Theory]
    [InlineData("Request-Id", "c-1")]
    [InlineData("Other", null)]
    [InlineData(null, null)]
    public async Task The_first_value_of_the_correlation_header_is_kept(string? header, string? expected)
    {
        using var response = new HttpResponseMessage { Headers = { { "Request-Id", ["c-1", "c-2"] } } };

        Assert.Equal(expected, (await BufferedResponse.ReadAsync(response, header, default)).CorrelationId);
    }

    [Fact]
    public async Task An_answer_that_was_read_can_be_read_again_and_what_it_came_from_is_disposed_of()
    {
        var stream = new Breaking("{}"u8.ToArray(), false);
        using var response = new HttpResponseMessage { Content = new StreamContent(stream) { Headers = { { "Content-Type", "application/json" } } } };
        using var bare = new HttpResponseMessage { Content = new ByteArrayContent([]) };

        (await BufferedResponse.ReadAsync(response, null, default)).Refill(response);
        (await BufferedResponse.ReadAsync(bare, null, default)).Refill(bare);

        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Null(bare.Content.Headers.ContentType);
        Assert.True(stream.IsDisposed);
    }

    [Fact]
    public void A_printed_answer_withholds_its_body() =>
        Assert.Equal("ApmHttpResponse { StatusCode = 200, Length = 5 }", new ApmHttpResponse(200, "Erika"u8.ToArray()).ToString());

    [Fact]
    public async Task Without_a_time_limit_a_slow_body_is_waited_for()
    {
        var more = new TaskCompletionSource();
        var reading = Read(Timeout.InfiniteTimeSpan, more.Task);

        await Task.Yield();
        Assert.False(reading.IsCompleted);
        more.SetResult();

        Assert.Equal("{}"u8.ToArray(), (await reading).Body);
    }

    [Fact]
    public async Task Within_its_time_a_slow_body_is_waited_for()
    {
        var more = new TaskCompletionSource();
        var reading = Read(TimeSpan.FromHours(1), more.Task);

        await Task.Yield();
        more.SetResult();

        Assert.Equal("{}"u8.ToArray(), (await reading).Body);
    }

    [Fact]
    public async Task A_body_that_does_not_come_within_the_time_of_the_client_is_given_up() =>
        await Assert.ThrowsAsync<TimeoutException>(() =>
            Read(TimeSpan.FromMilliseconds(50), new TaskCompletionSource().Task).WaitAsync(TimeSpan.FromMinutes(1)));

    [Fact]
    public async Task A_time_that_is_over_leaves_none_for_the_body()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(1) };
        var deadline = new ClientDeadline(http);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromMilliseconds(5))
        {
            await Task.Delay(1);
        }

        using var response = new HttpResponseMessage { Content = new Unannounced(new Breaking("{}"u8.ToArray(), false, new TaskCompletionSource().Task)) };
        var reading = deadline.ReadAsync(response, null, default).AsTask();

        Assert.True(reading.IsCompleted);
        await Assert.ThrowsAsync<TimeoutException>(() => reading);
    }

    [Fact]
    public async Task Whoever_cancels_waits_for_no_body()
    {
        using var cancel = new CancellationTokenSource();
        using var http = new HttpClient();
        using var response = new HttpResponseMessage { Content = new Unannounced(new Breaking("{}"u8.ToArray(), false, new TaskCompletionSource().Task)) };
        var reading = new ClientDeadline(http).ReadAsync(response, null, cancel.Token).AsTask();

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static async Task<BufferedResponse> Read(TimeSpan timeout, Task more)
    {
        using var http = new HttpClient { Timeout = timeout };
        using var response = new HttpResponseMessage { Content = new Unannounced(new Breaking("{}"u8.ToArray(), false, more)) };
        return await new ClientDeadline(http).ReadAsync(response, null, default);
    }

    /// <summary>A body whose length is not known before its end.</summary>
    private sealed class Unannounced(Stream body) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(body);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    /// <summary>A body that may begin late, and may break off in the place of its end.</summary>
    private sealed class Breaking(byte[] body, bool breaks, Task? begin = null) : MemoryStream(body)
    {
        public bool IsDisposed { get; private set; }

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await (begin ?? Task.CompletedTask);
            return Position == Length && breaks ? throw new IOException("The connection is gone.") : Read(buffer.Span);
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
