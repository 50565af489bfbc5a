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

    [Theory]
    [InlineData("my-shop://paid", true)]
    [InlineData("MY-SHOP://paid?order=1", true)]
    [InlineData("com.example.shop://paid", true)]
    [InlineData("https://shop.example/paid", true)]
    [InlineData("http://localhost:5000", true)]
    [InlineData("my-shop:paid", false)]
    [InlineData("localhost:5000/paid", false)]
    [InlineData("shop.example:8080/paid", false)]
    [InlineData("/paid", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("ftp://shop.example", false)]
    [InlineData("javascript://shop.example/%0aalert(1)", false)]
    [InlineData("data://text", false)]
    [InlineData("my-shop://pa id", false)]
    [InlineData("my-shop:\\\\paid", false)]
    public void Absolute_addresses_of_pages_and_apps_are_good(string text, bool good) =>
        Assert.Equal(good, Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var url) && ApmChecks.IsAbsoluteUrl(url));

    [Theory]
    [InlineData("O'Brien's Shop", "O Brien s Shop")]
    [InlineData("Tea 🍵 & Co", "Tea     Co")]
    [InlineData("Café", "Caf ")]
    [InlineData("", "")]
    public void Each_other_character_is_replaced_with_one_space(string text, string replaced) =>
        Assert.Equal(replaced, ApmChecks.ReplaceOtherCharacters(text, "ABCOSTabcdefghijklmnoprst "));

    [Fact]
    public void Half_a_surrogate_pair_is_one_character() => Assert.Equal(" A ", ApmChecks.ReplaceOtherCharacters("\ud83cA\ud83c", "A "));

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
