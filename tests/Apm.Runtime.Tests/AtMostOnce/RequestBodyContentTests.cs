using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Apm.Tests;

/// <summary>A body's buffer must not go back to the pool while somebody may still read it: it would be sent as another customer's.</summary>
public class RequestBodyContentTests
{
    [Fact]
    public async Task A_buffer_that_was_sent_goes_back_to_the_pool()
    {
        using var content = Make(out var buffer);
        await content.CopyToAsync(Stream.Null);

        content.Close();

        Assert.Same(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
    }

    [Fact]
    public void A_buffer_that_was_never_sent_goes_back_to_the_pool_and_cannot_be_sent_any_more()
    {
        using var content = Make(out var buffer);

        content.Close();

        Assert.Same(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
        Assert.False(content.WasRead);
        var error = Assert.Throws<InvalidOperationException>(() => content.CopyToAsync(Stream.Null).GetAwaiter().GetResult());
        Assert.StartsWith("The call has ended", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_buffer_that_is_being_sent_stays_out_of_the_pool()
    {
        using var content = Make(out var buffer);
        var slow = new Slow();
        var sending = content.CopyToAsync(slow);

        content.Close();

        Assert.True(content.WasRead);
        Assert.NotSame(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
        slow.Finish.SetResult();
        await sending;
    }

    [Fact]
    public async Task Handlers_may_read_it_as_often_as_they_like_and_what_is_sent_is_sent_once()
    {
        using var content = Make(out _);
        await content.CopyToAsync(Stream.Null);
        await content.CopyToAsync(Stream.Null);
        using var once = new SingleSendContent(content);

        await once.CopyToAsync(Stream.Null);

        Assert.True(once.IsStarted);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => once.CopyToAsync(Stream.Null));
        Assert.Contains("is sent once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Content_has_the_media_type_that_it_is_given_also_without_a_body()
    {
        using var content = Make(out _);
        using var none = new RequestBodyContent(ApmBody.None, null);
        using var empty = new RequestBodyContent(ApmBody.None, "application/json");

        Assert.Equal("application/json", content.Headers.ContentType?.MediaType);
        Assert.Equal(2, content.Headers.ContentLength);
        Assert.Null(none.Headers.ContentType);
        Assert.Equal("application/json", empty.Headers.ContentType?.MediaType);
        Assert.Equal(0, none.Headers.ContentLength);
        content.Close();
    }

    [Fact]
    public void A_body_that_is_closed_twice_goes_back_once()
    {
        using var content = Make(out var buffer);
        content.Close();
        Assert.Same(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));

        content.Close();

        Assert.NotSame(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
    }

    [Fact]
    public async Task What_is_sent_has_the_length_and_the_headers_of_what_the_handlers_left()
    {
        using var content = new ByteArrayContent([1, 2, 3]) { Headers = { { "Content-Type", "a/b" }, { "Content-Language", "de" } } };
        using var once = new SingleSendContent(content);
        using var none = new SingleSendContent(null);

        Assert.Equal(3, once.Headers.ContentLength);
        Assert.Equal("a/b", once.Headers.ContentType!.MediaType);
        Assert.Equal(["de"], once.Headers.ContentLanguage);
        Assert.Equal(0, none.Headers.ContentLength);
        await none.CopyToAsync(Stream.Null);
        await Assert.ThrowsAsync<InvalidOperationException>(() => none.CopyToAsync(Stream.Null));
    }

    private static RequestBodyContent Make(out byte[] buffer)
    {
        // A size that nothing else here rents, so that the pool's answer is about this buffer.
        var output = JsonOutput.Rent(300_000);
        output.Raw(Encoding.UTF8.GetBytes("{}"));
        var body = output.Detach();
        Assert.True(MemoryMarshal.TryGetArray(body.Memory, out var segment));
        buffer = segment.Array!;
        return new RequestBodyContent(body, "application/json");
    }

    private sealed class Slow : MemoryStream
    {
        public TaskCompletionSource Finish { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await Finish.Task;
    }
}
