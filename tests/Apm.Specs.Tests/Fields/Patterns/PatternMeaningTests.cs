using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Apm.Specs.Tests;

/// <summary>A pattern means the same to its author and to .NET, which has rules of its own within classes.</summary>
public class PatternMeaningTests
{
    private static readonly Gen<(char First, char Last)> s_range =
        Gen.Select(Gen.Int[' ', '~'], Gen.Int[' ', '~']).Select((a, b) => ((char)Math.Min(a, b), (char)Math.Max(a, b)));

    [Fact]
    public void A_class_has_the_characters_that_it_lists() =>
        s_range
            .Array[1, 5]
            .Sample(
                ranges =>
                {
                    var pattern = PatternReading.Read(
                        "["
                            + string.Concat(
                                ranges.Select(range => range.First == range.Last ? Escaped(range.First) : $"{Escaped(range.First)}-{Escaped(range.Last)}"))
                            + "]*");

                    AssertSame(pattern, c => ranges.Any(range => c >= range.First && c <= range.Last));
                    Assert.Equal(
                        string.Concat(Enumerable.Range(0, 128).Select(c => (char)c).Where(c => ranges.Any(range => c >= range.First && c <= range.Last))),
                        pattern.Characters);
                },
                iter: 500);

    [Fact]
    public void A_negated_class_has_all_others() =>
        s_range.Array[1, 5].Sample(ranges =>
        {
            var pattern = PatternReading.Read("[^" + string.Concat(ranges.Select(range => $"{Escaped(range.First)}-{Escaped(range.Last)}")) + "]");

            AssertSame(pattern, c => !ranges.Any(range => c >= range.First && c <= range.Last));
        }, iter: 500);

    [Theory]
    [InlineData(@"\d", "0123456789")]
    [InlineData(@"\w", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")]
    [InlineData(@"[\s]", "\t\n\v\f\r ")]
    public void Shorthands_are_ASCII(string shorthand, string characters)
    {
        var regex = Compile(PatternReading.Read(shorthand));

        Assert.Equal(characters, string.Concat(Enumerable.Range(0, 0xd800).Select(c => (char)c).Where(c => regex.IsMatch(c.ToString()))));
    }

    [Theory]
    [InlineData("SHOP-[0-9]{1,3}", "SHOP-1 SHOP-123", "SHOP- SHOP-1234 xSHOP-1 shop-1")]
    [InlineData("(ab|c)+d?", "ab c abcd ccab", "a d abd2 ba")]
    [InlineData("a{2}b{1,}c{0,1}", "aab aabbc", "ab aa aabcc")]
    [InlineData("a|bc", "a bc", "ac abc b")]
    [InlineData("(a|b){2}", "ab ba aa", "a abb")]
    public void A_pattern_judges_the_whole_value(string pattern, string matching, string others)
    {
        var regex = Compile(PatternReading.Read(pattern));

        Assert.All(matching.Split(' '), text => Assert.Matches(regex, text));
        Assert.All(others.Split(' ').Append("").Concat(matching.Split(' ').Select(text => text + "\n")), text => Assert.DoesNotMatch(regex, text));
    }

    [Fact]
    public void A_pattern_means_what_dotnet_means_by_it() =>
        Gen.Select(Pattern(3), Gen.String[Any('a', 'b', '0', '-'), 0, 6])
            .Sample(
                (pattern, text) =>
                {
                    var checkedPattern = CheckedPattern.Parse(pattern);
                    var expected = Regex.IsMatch(text, @"\A(?:" + pattern + @")\z", RegexOptions.CultureInvariant);

                    return checkedPattern.IsMatch(text) == expected
                        && Regex.IsMatch(text, checkedPattern.ToModel(isNeverEmpty: false).Regex, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
                            == expected;
                },
                iter: 3_000);

    private static void AssertSame(PatternModel pattern, Func<char, bool> has)
    {
        var regex = Compile(pattern);
        for (var c = '\0'; c < '\u0100'; c++)
        {
            Assert.True(has(c) == regex.IsMatch(c.ToString()), $"U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)} {pattern.Text} {pattern.Regex}");
        }
    }

    private static Regex Compile(PatternModel pattern) => new(pattern.Regex, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static string Escaped(char c) => char.IsAsciiLetterOrDigit(c) ? c.ToString() : "\\" + c;

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
