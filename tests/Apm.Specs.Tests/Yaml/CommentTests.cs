namespace Apm.Specs.Tests;

/// <summary>A comment that was meant as a text.</summary>
public class CommentTests
{
    [Theory]
    [InlineData("name: Wallet", "name: Order [|#1 of the town|]", "'#1 of the town' is a comment, so the text before it is 'Order'")]
    [InlineData("name: Wallet", "name: Order\t[|#one|]", "quote the text if # belongs to it")]
    [InlineData("[EUR]", "[\n  EUR [|#1|]\n]", "write a space after #")]
    public void A_text_that_may_be_cut_is_reported(string part, string by, string words)
    {
        Gateway.ExpectInMethod(SpecDescriptors.CutText, Gateway.Method.Edited(part, by), words);
        Assert.Equal(SpecSeverity.Warning, SpecDescriptors.CutText.Severity);
    }

    [Theory]
    [InlineData("name: Wallet # the display name")]
    [InlineData("name: Wallet ## the display name")]
    [InlineData("name: Wallet #")]
    [InlineData("name: 'Wallet' #1")]
    [InlineData("name: 'Order #1'")]
    [InlineData("name: Order#1")]
    [InlineData("#1 is a comment\nname: Wallet")]
    public void A_comment_has_a_space_after_its_sign(string name) =>
        Assert.Empty(Gateway.BindMethod(Gateway.Method.Edited("name: Wallet", name)).Diagnostics);

    [Theory]
    [InlineData("{ type: string, summary: Order [|#|]1 of all }", "the } behind it does not count: quote the text that contains #")]
    [InlineData("{ type: enum, values: [A, B [|#|]2] }", "the ] behind it does not count: quote the text that contains #")]
    public void A_comment_that_hides_the_end_of_a_bracket_is_the_mistake(string field, string words) =>
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.WithField("wallet.a: " + field) + "  wallet.b: { type: string }\n", words);
}
