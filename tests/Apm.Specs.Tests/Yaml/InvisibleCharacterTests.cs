namespace Apm.Specs.Tests;

/// <summary>Characters that an author does not see.</summary>
public class InvisibleCharacterTests
{
    [Theory]
    [InlineData("\u200b", "an invisible character (U+200B): remove it")]
    [InlineData("\u200e", "an invisible character (U+200E)")]
    [InlineData("\u202e", "an invisible character (U+202E)")]
    [InlineData("\u2060", "an invisible character (U+2060)")]
    [InlineData("\u00ad", "an invisible character (U+00AD)")]
    [InlineData("\ufeff", "an invisible character (U+FEFF)")]
    [InlineData("\u200d", "an invisible character (U+200D)")]
    [InlineData("\u2028", "a line break (U+2028) that editors do not show")]
    [InlineData("\u2029", "a line break (U+2029) that editors do not show")]
    [InlineData("\u0085", "a line break (U+0085) that editors do not show")]
    public void A_character_without_a_width_is_reported_wherever_it_is(string character, string words)
    {
        var marked = $"[|{character}|]";
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("name: Wallet", $"name: Wal{marked}let"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("name: Wallet", $"name: 'Wal{marked}let'"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("[EUR]", $"[EUR{marked}]"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.WithField($"wallet.a: {{ type: string, summary: One {marked}sentence. }}"), words);
    }

    [Theory]
    [InlineData("a na\u00efve caf\u00e9")]
    [InlineData("\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")]
    [InlineData("100\u00a0000 euros")]
    [InlineData("Prix\u00a0: 5\u00a0%")]
    public void A_text_can_have_what_its_writing_needs(string summary) =>
        Assert.Empty(Gateway.BindMethod(Gateway.WithField($"wallet.a: {{ type: string, summary: '{summary}' }}")).Diagnostics);

    [Fact]
    public void An_escape_is_seen() =>
        Assert.Equal("a\u2028b\u200b", Gateway.BindMethod(Gateway.Method.Edited("name: Wallet", "name: \"a\\u2028b\\u200b\"")).Model!.Name);

    [Theory]
    [InlineData("\u00a0", "a no-break space (U+00A0): write a plain space")]
    [InlineData("\u202f", "U+202F: write a plain space")]
    [InlineData("\u3000", "U+3000: write a plain space")]
    [InlineData("\u2003", "U+2003: write a plain space")]
    public void A_space_that_YAML_takes_for_a_letter_is_reported_where_a_plain_one_belongs(string space, string words)
    {
        var marked = $"[|{space}|]";
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("[EUR]", $"[EUR,{marked}HKD]"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("[EUR]", $"[EUR{marked}]"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("name: Wallet", $"name: Wallet{marked}"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("name: Wallet", $"name:{marked}Wallet"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("name: Wallet", $"name{marked}: Wallet"), words);
        Gateway.ExpectInMethod(SpecDescriptors.NotYaml, Gateway.Method.Edited("  EUR:", $"{marked} EUR:"), words);
    }

    [Fact]
    public void Within_a_word_it_can_be_seen_in_the_message()
    {
        Gateway.ExpectInMethod(SpecDescriptors.UnknownCode, Gateway.Method.Edited("[EUR]", "[EUR, [|E\u00a0R|]]"), "'E<U+00A0>R' is not an ISO 4217");
        Gateway.ExpectInMethod(
            SpecDescriptors.UnknownKey,
            Gateway.WithField("wallet.a: { type: string, [|loggable:\u00a0true|] }"),
            "the space U+00A0 in it is not a plain space");
    }
}
