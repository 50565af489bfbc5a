using System.Text;
using CsCheck;

namespace Apm.Tests;

public class ValidationTests
{
    [Fact]
    public void Nothing_is_allocated_until_there_is_a_violation()
    {
        // What is made once.
        _ = new ApmViolations().ToResult();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var violations = new ApmViolations();
        var result = violations.ToResult();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Same(ApmValidationResult.Valid, result);
        Assert.True(result.IsValid);
        Assert.Equal("valid", result.ToString());
        Assert.Empty(result.ToValidationResults());
    }

    [Fact]
    public void Violations_keep_their_order_and_go_to_data_annotations_with_their_paths()
    {
        var violations = new ApmViolations();
        violations.Add("$.b", "B", ViolationRule.Length, "must have 1 to 9 characters");
        violations.Required("$.a", "A");
        var result = violations.ToResult();

        Assert.False(result.IsValid);
        Assert.Equal(["$.b", "$.a"], result.Violations.Select(violation => violation.Path));
        Assert.Equal(["$.b", "$.a"], result.ToValidationResults().Select(validation => validation.MemberNames.Single()));
        Assert.Equal("B (b) must have 1 to 9 characters\nA (a) must be set", result.ToString());
    }

    [Fact]
    public void Code_points_are_counted_as_runes_are() =>
        Gen.OneOf(Gen.Char, Gen.Char['\ud7f0', '\ue010']).Array[0, 40].Select(characters => new string(characters)).Sample(text =>
        {
            Assert.Equal(text.EnumerateRunes().Count(), ApmChecks.CodePoints(text));
            Assert.Equal(IsWellFormed(text), ApmChecks.IsWellFormed(text));
        }, iter: 20000);

    [Theory]
    [InlineData("https://shop.example/a?b=c", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("HTTPS://SHOP.EXAMPLE", true)]
    [InlineData("/relative", false)]
    [InlineData("shop.example", false)]
    [InlineData("ftp://shop.example", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https:", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_absolute_http_addresses_with_a_host_are_good(string text, bool good) =>
        Assert.Equal(good, Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var url) && ApmChecks.IsAbsoluteHttpUrl(url));

    private static bool IsWellFormed(string text)
    {
        try
        {
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
