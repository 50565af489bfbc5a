namespace Apm.Specs.Tests;

public class UnsupportedCharactersTests
{
    [Theory]
    [InlineData("replaced", true)]
    [InlineData("refused", false)]
    public void A_field_states_what_the_gateway_does(string value, bool isReplaced)
    {
        var bound = Gateway.BindMethod(Gateway.WithField($"order.note: {{ type: string, pattern: '[a-z ]*', unsupported-characters: {value} }}"));

        Assert.DoesNotContain(bound.Diagnostics, diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
        var note = bound.Model!.Request.Member("order")!.Member("note")!;
        Assert.NotNull(note.UnsupportedCharacters);
        Assert.Equal(isReplaced, note.ReplacesCharacters);
    }

    [Theory]
    [InlineData("pattern: '[a-z]*'")]
    [InlineData("pattern: '[a-z ]{1,3}x'")]
    [InlineData("length: 1..9")]
    public void The_space_must_be_one_of_the_characters(string other) =>
        Gateway.ExpectInMethod(
            SpecDescriptors.Contradiction,
            Gateway.WithField($"order.note: {{ type: string, {other}, unsupported-characters: [|replaced|] }}"),
            "one class of characters with the space in it");

    [Theory]
    [InlineData("refused", "replaced", false)]
    [InlineData("replaced", "replaced", false)]
    [InlineData("[|replaced|]", "refused", true)]
    [InlineData("[|replaced|]", null, true)]
    public void A_method_does_not_accept_what_the_API_refuses(string own, string? api, bool isWider)
    {
        var note = "  order.note: { type: string, pattern: '[a-z ]*'" + (api is null ? " }\n" : $", unsupported-characters: {api} }}\n");
        var gateway = Gateway.Api.Edited("  order.kind:", note + "  order.kind:");
        var text = Gateway.WithField($"order.note: {{ unsupported-characters: {own} }}");
        if (isWider)
        {
            Expect.At(SpecDescriptors.Widens, text, marked => Gateway.BindMethod(marked, gateway).Diagnostics, "the API refuses other characters");
        }
        else
        {
            Assert.DoesNotContain(Gateway.BindMethod(text, gateway).Diagnostics, diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
        }
    }
}
