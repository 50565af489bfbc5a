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
    public async Task A_program_makes_every_address_right()
    {
        const string Statements = """
            Use(instrument with { SuccessUrl = new("ftp://shop.example/paid"), PendingUrl = new("ws://shop.example/wait") });
            """;

        var better = await Workbench.Of(Method(Statements)).FormatAsync("APM1008");

        Assert.Equal(Method(Statements.Replace("ftp:", "https:").Replace("ws:", "https:")), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
    }

    [Fact]
    public async Task What_is_no_address_at_all_is_left_to_the_author() =>
        Assert.Empty(await Workbench.Of(Method("Use(instrument with { SuccessUrl = new(\"paid\", UriKind.Relative) });")).TitlesAsync());
}
