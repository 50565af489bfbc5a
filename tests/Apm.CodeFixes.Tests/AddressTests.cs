using Xunit;
using static Apm.CodeFixes.Tests.Fixing;

namespace Apm.CodeFixes.Tests;

/// <summary>APM1008: an address that is not one.</summary>
public class AddressTests
{
    [Theory]
    [InlineData("new(\"shop.example/paid\", UriKind.RelativeOrAbsolute)", "\"shop.example/paid\"", "\"https://shop.example/paid\"")]
    [InlineData("new Uri(\"ftp://shop.example/paid\")", "\"ftp://shop.example/paid\"", "\"https://shop.example/paid\"")]
    [InlineData("new Uri(@\"//shop.example/paid\" /* after */, UriKind.RelativeOrAbsolute)", "@\"//shop.example/paid\"", "\"https://shop.example/paid\"")]
    public Task An_address_gets_https(string address, string before, string after) => ExpectStatementAsync(
        $"Use(instrument with {{ SuccessUrl = {address} }});", $"Use {after}", $"Use(instrument with {{ SuccessUrl = {address.Replace(before, after)} }});");

    [Fact]
    public async Task A_program_removes_blanks_and_changes_no_address()
    {
        const string Statements = """
            Use(instrument with { SuccessUrl = new("ftp://shop.example/paid"), PendingUrl = new(" https://shop.example/wait ") });
            Use(instrument with { SuccessUrl = new("shop.example/paid", UriKind.RelativeOrAbsolute) });
            """;

        var better = await Workbench.Of(Method(Statements)).FormatAsync("APM1008");

        Assert.Equal(Method(Statements.Replace("\" https://shop.example/wait \"", "\"https://shop.example/wait\"")), await better.TextAsync());
    }

    [Fact]
    public async Task Blanks_around_an_address_are_removed_without_another_offer() => Assert.Equal(
        ["Use \"https://shop.example/paid\""],
        await Workbench.Of(Method("Use(instrument with { SuccessUrl = new(\"https://shop.example/paid \") });")).TitlesAsync());

    [Theory]
    [InlineData("paid")]
    [InlineData("/paid.html")]
    public async Task What_is_no_address_at_all_is_left_to_the_author(string path) =>
        Assert.Empty(await Workbench.Of(Method($"Use(instrument with {{ SuccessUrl = new(\"{path}\", UriKind.Relative) }});")).TitlesAsync());
}
