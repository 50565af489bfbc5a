using System.Diagnostics;
using Apm.Specs.Diagnostics;

namespace Apm.Specs.Tests.Reading;

/// <summary>APM0013, and that no text takes long.</summary>
public class BoundsTests
{
    [Theory]
    [InlineData("name: Wallet", "name: [|*Wallet|]", "write the value itself, or quote a text that begins with *")]
    [InlineData("name: Wallet", "name: [|&a Wallet|]", "anchors", "quote a text that begins with &")]
    [InlineData("status: available", "[|<<|]: { a: b }", "merge keys", "write the members themselves")]
    public void Aliases_anchors_and_merge_keys_are_refused(string from, string to, params string[] words) =>
        Gateway.ExpectInMethod(SpecRules.TooMuch, Gateway.Method.Edited(from, to), words);

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

        var diagnostics = Gateway.BindMethod(text).Diagnostics;

        // Unguarded, the worst of these took 13 s and 670 MB.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"{watch.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000, "allocates too much");
        Assert.NotEmpty(diagnostics);
    }

    [Theory]
    [InlineData("x: ", "[")]
    [InlineData("x: ", "{a: ")]
    [InlineData("", "- ")]
    [InlineData("", "? ")]
    public void What_lies_too_deep_is_refused_once(string before, string opening)
    {
        var diagnostic = Assert.Single(SpecParser.Parse(Gateway.MethodFile, before + string.Concat(Enumerable.Repeat(opening, 60_000))).Diagnostics);

        Assert.Equal(SpecRules.TooMuch, diagnostic.Rule);
        Assert.Contains("more than 64", diagnostic.Message);
    }

    [Fact]
    public void Lists_lie_within_each_other_64_deep_and_no_deeper()
    {
        string Nested(int depth) => "a: " + new string('[', depth) + new string(']', depth);

        Assert.Empty(SpecParser.Parse(Gateway.MethodFile, Nested(63)).Diagnostics);
        Assert.Equal(SpecRules.TooMuch, Assert.Single(SpecParser.Parse(Gateway.MethodFile, Nested(64)).Diagnostics).Rule);
    }

    [Fact]
    public void A_file_of_256_KiB_is_read_and_a_longer_one_is_not()
    {
        var longest = "a: 1\n#" + new string('x', (256 * 1024) - 6);

        Assert.Empty(SpecParser.Parse(Gateway.MethodFile, longest).Diagnostics);
        Assert.Equal(SpecRules.TooMuch, Assert.Single(SpecParser.Parse(Gateway.MethodFile, longest + "x").Diagnostics).Rule);
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        var cancelled = new CancellationToken(canceled: true);
        var api = SpecParser.Parse(Gateway.ApiFile, Gateway.Api, CancellationToken.None);
        var method = SpecParser.Parse(Gateway.MethodFile, Gateway.Method, CancellationToken.None);

        Assert.ThrowsAny<OperationCanceledException>(() => SpecParser.Parse(Gateway.MethodFile, Gateway.Method, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SpecBinder.BindApi(api, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => SpecBinder.BindMethod(method, null, cancelled));
    }
}
