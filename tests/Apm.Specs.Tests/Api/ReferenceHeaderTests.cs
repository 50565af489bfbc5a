namespace Apm.Specs.Tests;

/// <summary>A reference that is sent as a header has no character that a header cannot carry, whichever file says the pattern.</summary>
public class ReferenceHeaderTests
{
    private const string Id = "id: { type: string, required: true, length: 1..64, pattern: '[A-Za-z0-9]*' }";

    private static readonly string s_api = Gateway.Api.Edited("authentication: basic", "authentication: basic\nidempotency-header: Idempotency-Key");

    [Theory]
    [InlineData("[|id|]: { type: string, required: true, length: 1..64 }", "has no pattern")]
    [InlineData("id: { type: string, required: true, pattern: [|'[^a]*'|] }", "U+0000")]
    [InlineData("id: { type: string, required: true, pattern: [|'[!-~\\n]*'|] }", "U+000A")]
    [InlineData("id: { type: string, required: true, pattern: [|'[\\r!-~]*'|] }", "U+000D")]
    [InlineData("id: { type: string, required: true, pattern: [|'[ -~]*'|] }", "U+0020")]
    [InlineData("id: { type: string, required: true, pattern: [|'A\\s?'|] }", "U+0009")]
    [InlineData("id: { type: string, required: true, pattern: [|'[!-~\\x7f]*'|] }", "U+007F")]
    [InlineData("id: { type: string, required: true, pattern: [|'[A-Zé]*'|] }", "U+00E9")]
    public void A_reference_wider_than_visible_ASCII_is_reported_with_the_header(string field, string words)
    {
        var found = Gateway.ExpectInApi(SpecDescriptors.HeaderValue, s_api.Edited(Id, field), words, "the header Idempotency-Key");

        Assert.NotNull(found.Related);
    }

    [Theory]
    [InlineData("[!-~]*")]
    [InlineData("[A-Za-z0-9_\\-]{1,64}")]
    [InlineData("(A|B)\\x41*")]
    public void Visible_ASCII_is_accepted(string pattern) =>
        Assert.Empty(Gateway.BindApi(s_api.Edited("pattern: '[A-Za-z0-9]*'", $"pattern: '{pattern}'")).Diagnostics);

    [Fact]
    public void Without_the_header_a_reference_may_be_any_text() =>
        Assert.Empty(Gateway.BindApi(Gateway.Api.Edited(Id, "id: { type: string, required: true }")).Diagnostics);

    [Fact]
    public void A_reference_in_a_type_is_reported_there() =>
        Gateway.ExpectInApi(
            SpecDescriptors.HeaderValue,
            s_api
                .Edited("request:\n", "types:\n  keys:\n    [|id|]: { type: string, required: true }\nrequest:\n  key: { type: keys, required: true }\n")
                .Edited("reference: id", "reference: key.id"));

    // What a method says of the reference, in any way, leaves a pattern that is within the API's.
    [Theory]
    [InlineData("id: { pattern: '[ -~]*' }")]
    [InlineData("id: { pattern: '[^A]*' }")]
    [InlineData("id: { type: string }")]
    [InlineData("id: { type: email }")]
    [InlineData("id: { type: json }")]
    [InlineData("id: { length: 1..9 }")]
    [InlineData("id: { type: enum, values: ['a b'] }")]
    public void A_method_never_widens_it(string field)
    {
        var bound = Gateway.BindMethod(Gateway.WithField(field), s_api);

        var id = bound.Model!.Request.Member("id")!;
        Assert.True(bound.Diagnostics.Any(diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error)
            || CheckedPattern.Parse(id.Pattern!.Text).Characters.FirstOutside(new CharacterSet([('!', '~')])) is null);
    }
}
