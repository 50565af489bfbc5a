namespace Apm.Specs.Tests;

/// <summary>Texts of an author as messages show them.</summary>
public class MessageTextTests
{
    [Theory]
    [InlineData("Zürich 東京", "'Zürich 東京'")]
    [InlineData("a😀b", "'a😀b'")]
    [InlineData("two\nlines\u2028three", "'two lines three'")]
    [InlineData("8\u00a0000", "'8<U+00A0>000'")]
    [InlineData("EUR\u200b\u3000", "'EUR<U+200B><U+3000>'")]
    public void A_text_stands_on_one_line_and_keeps_every_character_that_can_be_shown(string text, string shown) =>
        Assert.Equal(shown, MessageText.Of(text));

    // Not in attributes, which are UTF-8.
    [Fact]
    public void Half_a_character_is_shown_as_a_blank() => Assert.Equal("'a b'", MessageText.Of("a\uD83Db"));

    [Fact]
    public void A_text_of_60_characters_is_shown_whole() => Assert.Equal(new string('x', 60), MessageText.Plain(new string('x', 60)));

    [Fact]
    public void A_longer_text_ends_after_60_characters() => Assert.Equal(new string('x', 60) + "…", MessageText.Plain(new string('x', 61)));

    [Fact]
    public void A_text_is_not_cut_within_a_character() => Assert.Equal(new string('x', 59) + "…", MessageText.Plain(new string('x', 59) + "😀"));

    [Fact]
    public void A_list_shows_50_texts() =>
        Assert.EndsWith("49, 50, …", MessageText.List(Enumerable.Range(1, 51).Select(number => $"{number}")), StringComparison.Ordinal);
}
