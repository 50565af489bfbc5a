namespace Apm.Specs.Tests.Reading;

public class SpecParserTests
{
    [Fact]
    public void A_host_text_is_parsed_once_for_a_file()
    {
        var key = new object();
        var first = SpecParser.Parse(key, "wallet.apm.yaml", () => Gateway.Method);

        Assert.Same(first, SpecParser.Parse(key, "wallet.apm.yaml", () => throw new InvalidOperationException()));
        Assert.NotSame(first, SpecParser.Parse(new object(), "wallet.apm.yaml", () => Gateway.Method));
        Assert.Equal("renamed.apm.yaml", SpecParser.Parse(key, "renamed.apm.yaml", () => Gateway.Method).File);
    }

    [Theory]
    [InlineData("x/y.api.yaml", "apm: a\napi: b", SpecKind.Api, "b", null)]
    [InlineData("x/y.apm.yaml", "apm: a\napi: b", SpecKind.Method, "a", "b")]
    [InlineData("y.api.yaml", "api: b", SpecKind.Api, "b", null)]
    [InlineData("y.apm.yml", "api: b", SpecKind.Method, null, "b")]
    [InlineData("y.yaml", "apm: a\napi: b", SpecKind.Method, "a", "b")]
    [InlineData("y.yaml", "api: b", SpecKind.Api, "b", null)]
    [InlineData("y.yaml", "name: b", SpecKind.Unknown, null, null)]
    public void The_kind_is_in_the_name_of_the_file_or_else_in_the_keys(string file, string text, SpecKind kind, string? id, string? api)
    {
        var parsed = SpecParser.Parse(file, text);

        Assert.Equal((kind, id, api), (parsed.Kind, parsed.Id, parsed.ApiId));
    }
}
