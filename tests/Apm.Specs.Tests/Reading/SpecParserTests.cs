namespace Apm.Specs.Tests.Reading;

public class SpecParserTests
{
    [Fact]
    public void A_host_text_is_parsed_once_for_a_file()
    {
        var text = new HostText();
        var first = SpecParser.ParseOnce(text, "wallet.apm.yaml");

        Assert.Same(first, SpecParser.ParseOnce(text, "wallet.apm.yaml"));
        Assert.Equal(1, text.Reads);
        Assert.NotSame(first, SpecParser.ParseOnce(new HostText(), "wallet.apm.yaml"));
        Assert.Equal("renamed.apm.yaml", SpecParser.ParseOnce(text, "renamed.apm.yaml").File);
        Assert.Null(SpecParser.ParseOnce(null, "wallet.apm.yaml").Id);
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

    private sealed class HostText
    {
        public int Reads { get; private set; }

        public override string ToString()
        {
            Reads++;
            return Gateway.Method;
        }
    }
}
