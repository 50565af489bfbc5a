namespace Apm.Specs.Tests;

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
    [InlineData("x/gateway.api.yaml", true)]
    [InlineData("wallet.apm.yml", true)]
    [InlineData("wallet.yaml", false)]
    [InlineData("api.yaml", false)]
    [InlineData("wallet.apm.json", false)]
    public void A_file_is_a_spec_by_its_name(string file, bool isSpec) => Assert.Equal(isSpec, SpecParser.IsSpecFile(file));

    [Theory]
    [InlineData("apm: wallet\napi: gateway/1\nname: 'open\n")]
    [InlineData("apm: 'wallet' # mine\napi:\tgateway/1  \nname: [\n")]
    [InlineData("{\napm: wallet\napi: \"gateway/1\"\n: - {")]
    public void A_text_that_is_no_yaml_still_says_what_it_is(string text)
    {
        var parsed = SpecParser.Parse("wallet.apm.yaml", text);

        Assert.NotEmpty(parsed.Diagnostics);
        Assert.Equal(("wallet", "gateway/1"), (parsed.Id, parsed.ApiId));
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

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_method_keeps_its_fields_when_up_to_three_lines_are_not_YAML(int lines, bool isRecovered)
    {
        var unread = string.Concat(Enumerable.Range(0, lines).Select(line => $"x{line}: \"open\n"));

        var parsed = SpecParser.Parse(Gateway.MethodFile, Gateway.Method + unread);

        Assert.Equal(SpecDescriptors.NotYaml, Assert.Single(parsed.Diagnostics).Rule);
        Assert.Equal(isRecovered, parsed.Root?.Find("fields") is not null);
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
