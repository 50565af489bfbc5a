using CsCheck;

namespace Apm.Specs.Tests;

public class SpellingSuggestionTests
{
    private static readonly Gen<string> s_words = Gen.String[Gen.Char["abcD"], 0, 9];

    [Fact]
    public void The_nearest_is_found_as_if_every_letter_were_compared() =>
        Gen.Select(s_words, s_words.Array[0, 6]).Sample((text, known) => SpellingSuggestion.To(text, known) == Plainly(text, known), iter: 20_000);

    [Fact]
    public void A_long_name_is_no_typing_mistake() => Assert.Null(SpellingSuggestion.To(new string('a', 81), [new string('a', 80)]));

    [Theory]
    [InlineData("capabilites", "capabilities")]
    [InlineData("curencies", "currencies")]
    [InlineData("stauts", "status")]
    [InlineData("STATUS", "status")]
    [InlineData("zzz", null)]
    public void A_slip_is_found(string text, string? meant) => Assert.Equal(meant, SpellingSuggestion.To(text, ["status", "currencies", "capabilities"]));

    [Theory]
    [InlineData("UDS", "USD")]
    [InlineData("usd", "USD")]
    [InlineData("GPB", "GBP")]
    [InlineData("USX", null)]
    [InlineData("BCA", null)]
    public void Swapped_letters_are_found_where_one_code_has_them(string text, string? meant) =>
        Assert.Equal(meant, SpellingSuggestion.Swapped(text, ["USD", "GBP", "ABC", "CAB"]));

    [Fact]
    public void A_name_of_the_greatest_length_is_compared()
    {
        var longest = new string('a', 80);

        Assert.Equal(longest, SpellingSuggestion.To(longest + "b", [longest]) ?? SpellingSuggestion.To(new string('a', 79), [longest]));
    }

    [Fact]
    public void A_name_that_is_longer_than_the_greatest_length_is_found() =>
        Assert.Equal(new string('a', 83), SpellingSuggestion.To(new string('a', 80), [new string('a', 83)]));

    private static string? Plainly(string text, string[] known)
    {
        if (known.FirstOrDefault(candidate => string.Equals(candidate, text, StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            return same;
        }

        var most = text.Length <= 3 ? 1 : text.Length <= 6 ? 2 : 3;
        var near = known.Select(candidate => (Text: candidate, Distance: Distance(text, candidate))).Where(candidate => candidate.Distance <= most).ToList();
        var nearest = near.Where(candidate => candidate.Distance == near.Min(other => other.Distance)).Select(candidate => candidate.Text).ToList();
        return nearest.FirstOrDefault(candidate => candidate.Order().SequenceEqual(text.Order())) ?? nearest.FirstOrDefault();
    }

    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[left.Length, right.Length];
    }
}
