namespace Apm.Specs.Tests;

public class PatternTests
{
    [Theory]
    [InlineData("/[0-9]+/")]
    [InlineData("/^[0-9]+$/i")]
    [InlineData("//")]
    public void Slashes_around_a_pattern_are_reported(string pattern) => Gateway.ExpectInMethod(
        SpecDescriptors.Pattern,
        Gateway.WithField($"wallet.a: {{ type: string, pattern: '[|/|]{pattern[1..]}' }}"),
        "slashes around a pattern are characters of it: remove them, or write \\/ for the character");

    [Theory]
    [InlineData(@"\/[0-9]+\/")]
    [InlineData("/[a-z]+/[0-9]+")]
    [InlineData("[0-9]+/")]
    [InlineData("/")]
    public void Other_slashes_are_characters(string pattern) =>
        Assert.Empty(Gateway.BindMethod(Gateway.WithField($"wallet.a: {{ type: string, pattern: '{pattern}' }}")).Diagnostics);

    [Theory]
    [InlineData("[A-Za-z0-9]*", @"\A(?:[0-9A-Za-z]*)\z")]
    [InlineData("SHOP-[0-9]{1,12}", @"\A(?:SHOP\-[0-9]{1,12})\z")]
    [InlineData("(?:a|bc)+d?", @"\A(?:(?:a|bc)+d?)\z")]
    [InlineData(@"\d{3}", @"\A(?:[0-9]{3})\z")]
    [InlineData(@"\w{2,}", @"\A(?:[0-9A-Z_a-z]{2,})\z")]
    [InlineData(@"é\x41\u0042\.", @"\A(?:\u00e9AB\.)\z")]
    [InlineData("[-a]|[b-]", @"\A(?:[\-ab])\z")]
    [InlineData("-[a-]", @"\A(?:\-[\-a])\z")]
    [InlineData("(a|b)c", @"\A(?:[ab]c)\z")]
    [InlineData("(ab|)c", @"\A(?:(?:ab|)c)\z")]
    public void Patterns_have_one_spelling_for_dotnet(string pattern, string regex)
    {
        var model = Read(pattern);

        Assert.Equal(pattern, model.Text);
        Assert.Equal(regex, model.Regex);
    }

    [Fact]
    public void One_class_repeated_lists_its_characters()
    {
        Assert.Equal(" +-.09AZ", Read("[ZA0.9+ -]*").Characters);
        Assert.Null(Read("[A-Z]{1,3}").Characters);
        Assert.Null(Read("A[A-Z]*").Characters);
    }

    [Fact]
    public void Once_or_more_is_any_number_where_the_length_keeps_the_empty_text_out()
    {
        Assert.Null(Read("[ab]+").Characters);

        var model = Read("[ab]+", ", length: 1..9");

        Assert.Equal("ab", model.Characters);
        Assert.Equal(@"\A(?:[ab]*)\z", model.Regex);
    }

    [Theory]
    [InlineData("'[|^|][a-z]*$'", "always matches the whole value")]
    [InlineData("'[a-z]*[|$|]'", "always matches the whole value")]
    [InlineData("'a[|.|]*'", "allows any character")]
    [InlineData("'[|[|]a-z'", "never closed")]
    [InlineData("'[|(|]a'", "never closed")]
    [InlineData("'a[|)|]'", "has no matching (")]
    [InlineData("'[a[|-|]'", "write \\- for")]
    [InlineData("'a[|[|]^\\d\\D]'", "one of the classes in it")]
    [InlineData("'a[|\\|]😀'", "characters beyond U+FFFF")]
    [InlineData("'[|[|]]'", "has no characters")]
    [InlineData("'[[|z|]-a]'", "in the wrong order")]
    [InlineData("'[0-9[|-|].]'", "a - within a class can have several meanings: write \\-")]
    [InlineData("'[a[|[|]]'", "a [ within a class can have several meanings: write \\[")]
    [InlineData("'a*[|?|]'", "lazy")]
    [InlineData("'a[|{|],3}'", "write {3}, {1,3} or {1,}")]
    [InlineData("'a[|{|]2000}'", "repeats more than 1000 times")]
    [InlineData("'[|*|]a'", "there is nothing before the *")]
    [InlineData("'[|(|]?=a)'", "look around")]
    [InlineData("'[|(|]?<!a)b'", "look around")]
    [InlineData("'a*[|*|]'", "a * after a repetition")]
    [InlineData("'a[|{|]2,1}'", "write {3}, {1,3} or {1,}")]
    [InlineData("'[|(|]?<n>a)'", "capture by name")]
    [InlineData("'(a)[|\\|]1'", "refer back")]
    [InlineData("'[|\\|]p{L}'", "or a class such as")]
    [InlineData("'[|\\|]u00'", "two, or \\u and four hexadecimal digits")]
    [InlineData("'a[|\\|]'", "nothing follows this backslash")]
    public void What_is_not_regular_is_reported_at_its_character(string pattern, string word) =>
        Gateway.ExpectInMethod(SpecDescriptors.Pattern, Gateway.Method.Edited("type: url", "type: string, pattern: " + pattern), word);

    [Theory]
    [InlineData("((a{1000}){1000}){1000}", "nested repetitions")]
    [InlineData("((((((((((((((((((a))))))))))))))))))", "more than 16 groups")]
    public void A_large_pattern_is_refused(string pattern, string word) => ExpectRefused(pattern, word);

    [Theory]
    [InlineData("a😀")]
    [InlineData("[a😀]")]
    [InlineData("[😀]*")]
    public void Characters_beyond_the_first_plane_are_refused(string pattern) => ExpectRefused(pattern, "characters beyond U+FFFF");

    [Fact]
    public void A_long_pattern_is_refused() => ExpectRefused(new string('a', 513), "more than 512 characters");

    [Fact]
    public void A_pattern_of_512_characters_is_not() => Read(new string('a', 512));

    [Fact]
    public void Repetitions_have_2000_parts_and_no_more()
    {
        Assert.NotNull(Read("[a-z]{1000}[0-9]{997}").Regex);
        ExpectRefused("[a-z]{1000}[0-9]{998}", "'length:'");
    }

    private static void ExpectRefused(string pattern, string word)
    {
        var diagnostic = Assert.Single(Gateway.BindMethod(Gateway.WithField($"wallet.text: {{ type: string, pattern: '{pattern}' }}")).Diagnostics);

        Assert.Equal(SpecDescriptors.Pattern, diagnostic.Rule);
        Assert.Contains(word, diagnostic.Message);
    }

    private static PatternModel Read(string pattern, string facts = "") => PatternReading.Read(pattern, facts);
}
