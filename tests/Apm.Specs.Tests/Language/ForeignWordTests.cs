namespace Apm.Specs.Tests;

/// <summary>Words that authors know from other languages.</summary>
public class ForeignWordTests
{
    [Theory]
    [InlineData("number", "did you mean 'integer' or 'money' or 'decimal'?")]
    [InlineData("int", "did you mean 'integer'?")]
    [InlineData("Bool", "did you mean 'boolean'?")]
    [InlineData("array", "did you mean 'list'?")]
    [InlineData("double", "did you mean 'money' or 'decimal'?")]
    [InlineData("timestamp", "did you mean 'date-time'?")]
    [InlineData("text", "did you mean 'string'?")]
    [InlineData("uri", "did you mean 'url' or 'string'?")]
    [InlineData("dictionary", "did you mean 'map'?")]
    [InlineData("strnig", "did you mean 'string'?")]
    public void The_type_that_is_meant_is_named(string type, string words)
    {
        var field = Gateway.WithField($"wallet.a: {{ type: [|{type}|] }}");
        var message = Gateway.ExpectInMethod(SpecDescriptors.WrongKind, field, words, "'type' must be string").Message;
        Assert.True(message.IndexOf("did you mean", StringComparison.Ordinal) < message.IndexOf("'type' must be", StringComparison.Ordinal), message);
    }

    [Theory]
    [InlineData("number", "did you mean 'integer' or 'money'?")]
    [InlineData("bool", "did you mean 'boolean'?")]
    [InlineData("decimal", "did you mean 'money' or 'string'?")]
    [InlineData("url", "'type' must be string, integer, boolean or money")]
    public void A_member_of_responses_has_fewer_types(string type, string words) => Gateway.ExpectInApi(
        SpecDescriptors.WrongKind,
        Gateway.Api.Edited("href: href", $"href: href, members: {{ fee: {{ type: [|{type}|] }} }}"),
        words);

    [Theory]
    [InlineData("maxLength: 24", "such as length: 1..24")]
    [InlineData("min-length: 1", "such as length: 1..24")]
    [InlineData("max_length: 1", "such as length: 1..24")]
    [InlineData("maximum: 5", "such as range: 1..120")]
    [InlineData("enum: [A, B]", "such as values: [WEB, APP]")]
    [InlineData("regex: '[A-Z]*'", "write the pattern under 'pattern'")]
    [InlineData("format: date", "such as type: date")]
    [InlineData("description: A text", "under 'summary'")]
    [InlineData("optional: true", "write required: true or required: false")]
    [InlineData("maxItems: 3", "such as count: 1..20")]
    [InlineData("valuse: [A]", "did you mean 'values'?")]
    public void The_key_of_a_field_that_is_meant_is_named(string entry, string words)
    {
        var key = entry[..entry.IndexOf(':', StringComparison.Ordinal)];
        var type = key == "valuse" ? "enum" : "string";
        Gateway.ExpectInMethod(SpecDescriptors.UnknownKey, Gateway.WithField($"wallet.a: {{ type: {type}, [|{key}|]{entry[key.Length..]} }}"), words);
    }

    [Fact]
    public void A_key_with_another_name_is_read()
    {
        Gateway.ExpectInApi(SpecDescriptors.UnknownKey, Gateway.Api.Edited("authentication: basic", "[|auth|]: basic"), "write 'authentication'");
        Gateway.ExpectInMethod(SpecDescriptors.UnknownKey, Gateway.Method.Edited("name: Wallet", "[|title|]: Wallet"), "write 'name'");
    }
}
