using System.Text.RegularExpressions;
using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using CsCheck;

namespace Apm.Specs.Tests;

public class PatternTests
{
    private static PatternModel Read(string pattern, string facts = "")
    {
        var bound = Specs.BindMethod(Specs.Method + $"  wallet.text: {{ type: string, pattern: '{pattern.Replace("'", "''")}'{facts} }}\n");
        Assert.Empty(bound.Diagnostics);
        return bound.Model!.Request.Member("wallet")!.Member("text")!.Pattern!;
    }

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
    [InlineData("'a[|)|]'", "without its (")]
    [InlineData("'[|[|]]'", "has no characters")]
    [InlineData("'[[|z-a|]]'", "goes backwards")]
    [InlineData("'[0-9[|-|].]'", "write \\- for a - within a class")]
    [InlineData("'[a[|[|]]'", "write \\[ for a [ within a class")]
    [InlineData("'a*[|?|]'", "lazy")]
    [InlineData("'a[|{|],3}'", "write {3}, {1,3} or {1,}")]
    [InlineData("'a[|{|]2000}'", "repeats more than 1000 times")]
    [InlineData("'[|*|]a'", "nothing stands before the *")]
    [InlineData("'[|(|]?=a)'", "look around")]
    [InlineData("'[|(|]?<n>a)'", "capture by name")]
    [InlineData("'(a)[|\\|]1'", "refer back")]
    [InlineData("'[|\\|]p{L}'", "write a class")]
    [InlineData("'[|\\|]u00'", "two, or \\u and four hexadecimal digits")]
    [InlineData("'a[|\\|]'", "nothing follows this backslash")]
    public void What_is_not_regular_is_reported_at_its_character(string pattern, string message)
    {
        // A class that goes backwards is marked whole by the test and at its first character by the reader.
        var marked = pattern.Replace("[|z-a|]", "[|z|]-a");

        Assert.Contains(message, Specs.ExpectInMethod(SpecRules.Pattern, "type: url", "type: string, pattern: " + marked).Message);
    }

    [Theory]
    [InlineData("((a{1000}){1000}){1000}", "spell out too much")]
    [InlineData("((((((((((((((((((a))))))))))))))))))", "more than 16 groups")]
    public void Large_patterns_are_refused(string pattern, string message) =>
        Assert.Contains(message, Assert.Single(Specs.BindMethod(Specs.Method + $"  wallet.text: {{ type: string, pattern: '{pattern}' }}\n").Diagnostics).Message);

    [Fact]
    public void A_long_pattern_is_refused() =>
        Assert.Contains("more than 512 characters", Assert.Single(Specs.BindMethod(Specs.Method + $"  wallet.text: {{ type: string, pattern: '{new string('a', 513)}' }}\n").Diagnostics).Message);

    [Fact]
    public void A_pattern_means_what_dotnet_means_by_it() =>
        Gen.Select(Pattern(3), Gen.String[Any('a', 'b', '0', '-'), 0, 6]).Sample((pattern, text) =>
        {
            var checkedPattern = Patterns.CheckedPattern.Parse(pattern);
            var expected = Regex.IsMatch(text, @"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant);

            return checkedPattern.IsMatch(text) == expected
                && Regex.IsMatch(text, checkedPattern.ToModel(isNeverEmpty: false).Regex, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant) == expected;
        }, iter: 3000);

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<string> Pattern(int depth)
    {
        var atom = Any("a", "b", "0", @"\-", "[ab]", "[^a]", "[0-9a]", @"\d", @"\w", @"[\d\-]");
        if (depth == 0)
        {
            return atom;
        }

        var inner = Pattern(depth - 1);
        return Gen.OneOf(
            atom,
            Gen.Select(inner, inner, (left, right) => left + right),
            Gen.Select(inner, inner, (left, right) => $"({left}|{right})"),
            Gen.Select(inner, Any("*", "+", "?", "{2}", "{1,}", "{0,2}"), (one, many) => $"(?:{one}){many}"));
    }
}
