using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Apm.Tests;

/// <summary>A body's buffer must not go back to the pool while somebody may still read it: it would be sent as another customer's.</summary>
public class OnceContentTests
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
        Assert.False(content.Started);
        Assert.Throws<InvalidOperationException>(() => content.CopyToAsync(Stream.Null).GetAwaiter().GetResult());
    }

    [Fact]
    public async Task A_buffer_that_is_being_sent_stays_out_of_the_pool()
    {
        using var content = Make(out var buffer);
        var slow = new Slow();
        var sending = content.CopyToAsync(slow);

        content.Close();

        Assert.True(content.Started);
        Assert.NotSame(buffer, ArrayPool<byte>.Shared.Rent(buffer.Length));
        slow.Finish.SetResult();
        await sending;
    }

    [Fact]
    public async Task A_second_sending_is_refused_until_it_is_armed_again()
    {
        using var content = Make(out _);
        await content.CopyToAsync(Stream.Null);
        await Assert.ThrowsAsync<InvalidOperationException>(() => content.CopyToAsync(Stream.Null));

        content.Rearm();

        await content.CopyToAsync(Stream.Null);
        await Assert.ThrowsAsync<InvalidOperationException>(() => content.CopyToAsync(Stream.Null));
    }

    private static OnceContent Make(out byte[] buffer)
    {
        // A size that nothing else here rents, so that the pool's answer is about this buffer.
        var output = JsonOutput.Rent(300_000);
        output.Raw(Encoding.UTF8.GetBytes("{}"));
        var body = output.Detach();
        Assert.True(MemoryMarshal.TryGetArray(body.Memory, out var segment));
        buffer = segment.Array!;
        return new OnceContent(body, "application/json");
    }

    private sealed class Slow : MemoryStream
    {
        public TaskCompletionSource Finish { get; } = new();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await Finish.Task;
    }
}
