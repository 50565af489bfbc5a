using System.Diagnostics;
using Apm.Specs.Tests.Acceptance.Markup;

namespace Apm.Specs.Tests.Acceptance.Syntax;

/// <summary>APM0013, and that no text takes long.</summary>
public sealed class BoundsTests
{
    [Theory]
    [InlineData("a: [|*b|]", "write the value")]
    [InlineData("a: [|&b c|]", "anchors")]
    [InlineData("a: 1\n[|<<|]: { b: 1 }", "merge keys")]
    public void Aliases_anchors_and_merge_keys(string text, string way) => Verify.Syntax(text, "APM0013", way);

    [Theory]
    [InlineData("[")]
    [InlineData("[\n")]
    [InlineData("{a: ")]
    [InlineData("{a:\n")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[{")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData(": ")]
    [InlineData("&a ")]
    [InlineData("*a ")]
    [InlineData("!a ")]
    [InlineData("---\n")]
    [InlineData("k: 1\n")]
    [InlineData("a,")]
    [InlineData("\0")]
    [InlineData("|\n")]
    [InlineData("#")]
    [InlineData("%")]
    [InlineData("]")]
    [InlineData("{\"a\":\"")]
    public void A_repeated_text_is_read_or_refused_quickly(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 256 * 1024 / part.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var diagnostics = Spec.MethodDiagnostics(text);

        // Unguarded, the worst of these took 13 s and 670 MB.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000, "allocates too much");
        Assert.NotEmpty(diagnostics);
    }

    [Fact]
    public void Lists_lie_within_each_other_64_deep_and_no_deeper()
    {
        string Nested(int depth) => "a: " + new string('[', depth) + new string(']', depth);

        Assert.Empty(SpecParser.Parse(Spec.MethodFile, Nested(63)).Diagnostics);
        Assert.Equal("APM0013", Assert.Single(SpecParser.Parse(Spec.MethodFile, Nested(64)).Diagnostics).Rule.Id);
    }

    [Fact]
    public void A_file_of_256_KiB_is_read_and_a_longer_one_is_not()
    {
        var longest = "a: 1\n#" + new string('x', (256 * 1024) - 6);

        Assert.Empty(SpecParser.Parse(Spec.MethodFile, longest).Diagnostics);
        Assert.Equal("APM0013", Assert.Single(SpecParser.Parse(Spec.MethodFile, longest + "x").Diagnostics).Rule.Id);
    }

    [Fact]
    public void A_cancelled_reading_ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => SpecParser.Parse(Spec.MethodFile, Spec.RealMethod, cancelled.Token));
    }
}
