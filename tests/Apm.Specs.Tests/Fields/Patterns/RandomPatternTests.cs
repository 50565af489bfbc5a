using System.Text.RegularExpressions;
using CsCheck;

namespace Apm.Specs.Tests;

/// <summary>What the reader accepts as a pattern, .NET can construct and run, whatever an author wrote.</summary>
public class RandomPatternTests
{
    private static readonly string[] s_parts =
    [
        "a",
        "B",
        "0",
        "-",
        " ",
        "é",
        "\\-",
        "\\\\",
        "\\.",
        "\\x41",
        "\\u0042",
        "\\ud7ff",
        "\\d",
        "\\D",
        "\\w",
        "\\W",
        "\\s",
        "\\S",
        "\\t",
        "[",
        "]",
        "[^",
        "(",
        ")",
        "(?:",
        "|",
        "*",
        "+",
        "?",
        "{",
        "}",
        "{0}",
        "{3}",
        "{1,3}",
        "{0,1}",
        "{1,}",
        "{999}",
        "{1000}",
        "^",
        "$",
        ".",
        "\\",
        "[a-z]",
        "[^a-z]",
        "[^\\s\\S]",
        "[^\\d\\D]",
        "[\\s\\S]",
        "[^\\x00-\\ud7ff\\ue000-\\uffff]",
        "[\\ue000-\\uffff]",
        "[^\\W\\w]",
        "[-a]",
        "[a-]",
        "()",
        "(|)",
        "(a|)",
        "(a*)*",
        "((a+)+)+",
    ];

    private static readonly Gen<string> s_scraps = Gen.Int[0, s_parts.Length - 1].Select(at => s_parts[at]).Array[1, 12].Select(string.Concat);

    // Mostly right, and now and then as large as the reader allows.
    private static readonly Gen<string> s_built = Pattern(4);

    private static readonly Gen<string> s_texts = Gen.String[Gen.Char["aB0- é\t\n\ud7ff\ue000\ud83d\ude00"], 0, 12];

    [Fact]
    public void A_pattern_that_is_accepted_constructs_and_runs_without_backtracking() =>
        Gen.Select(Gen.OneOf(s_scraps, s_built), s_texts)
            .Sample(
                (text, value) =>
                {
                    if (TryParse(text) is not { } pattern)
                    {
                        return;
                    }

                    foreach (var isNeverEmpty in new[] { false, true })
                    {
                        var model = pattern.ToModel(isNeverEmpty);
                        var regex = new Regex(model.Regex, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
                        var isMatch = regex.IsMatch(value);

                        Assert.Equal(pattern.IsMatch(value) || (isNeverEmpty && pattern.IsOneClass && value.Length == 0), isMatch);
                        Assert.True(
                            !isMatch || value.Length == 0 || (value.Length >= pattern.Lengths.Min && !(value.Length > pattern.Lengths.Max)),
                            $"{text} has texts of {pattern.Lengths}");
                        Assert.True(!isMatch || value.All(pattern.Characters.Contains), text);
                        Assert.True(model.Characters is null || isMatch == value.All(model.Characters.Contains), text);
                    }
                },
                iter: 5_000);

    [Fact]
    public void Half_of_them_are_accepted()
    {
        var (accepted, refused) = (0, 0);
        Gen.OneOf(s_scraps, s_built).Sample(text => { Interlocked.Increment(ref TryParse(text) is null ? ref refused : ref accepted); }, iter: 2_000);

        Assert.True(accepted > 500 && refused > 500, $"{accepted} accepted, {refused} refused");
    }

    [Theory]
    [InlineData("[|[|]^\\s\\S]")]
    [InlineData("a[|[|]^\\s\\S]*")]
    [InlineData("(a|[|[|]^\\d\\D])")]
    [InlineData("[|[|]^\\w\\W]{0}")]
    [InlineData("[|[|]^\\x00-\\ud7ff\\ue000-\\uffff]")]
    public void A_class_that_leaves_nothing_is_reported_at_its_bracket(string marked) =>
        Gateway.ExpectInMethod(
            SpecDescriptors.Pattern,
            Gateway.Method.Edited("type: url", $"type: string, pattern: '{marked}'"),
            "excludes every character");

    [Theory]
    [InlineData("(|)")]
    [InlineData("a{0}")]
    [InlineData("(a{0}|)*")]
    public void A_pattern_of_the_empty_text_alone_is_reported(string pattern) =>
        Gateway.ExpectInMethod(
            SpecDescriptors.Pattern,
            Gateway.Method.Edited("type: url", $"type: string, pattern: '[|{pattern[0]}|]{pattern[1..]}'"),
            "only the empty text");

    [Theory]
    [InlineData("{ type: string, length: [|1..3|], pattern: '[a-z]{4}' }", "text that matches the pattern has 4 characters", "'length' is 1..3")]
    [InlineData("{ type: string, length: [|9..|], pattern: '(a|bc)d?' }", "has 1..3 characters")]
    [InlineData("{ type: email, length: [|..4|] }", "text of type email has 5.. characters")]
    [InlineData("{ type: iban, length: [|35|] }", "has 15..34 characters")]
    public void A_length_that_no_text_of_the_pattern_has_is_reported(string field, params string[] words) =>
        Gateway.ExpectInMethod(SpecDescriptors.Pattern, Gateway.WithField("wallet.text: " + field), words);

    [Fact]
    public void A_method_may_not_narrow_a_length_to_none_of_the_pattern() =>
        Gateway.ExpectInMethod(
            SpecDescriptors.Pattern,
            Gateway.WithField("id: { length: 1..2, pattern: 'A{3}' }").Edited("length: 1..2", "length: [|1..2|]"),
            "no value is valid");

    private static CheckedPattern? TryParse(string text)
    {
        try
        {
            return CheckedPattern.Parse(text);
        }
        catch (PatternException)
        {
            return null;
        }
    }

    private static Gen<string> Pattern(int depth)
    {
        var atom = Gen.Int[0, s_parts.Length - 1].Select(at => s_parts[at]).Where(part => TryParse(part) is not null || part is "\\S");
        if (depth == 0)
        {
            return atom;
        }

        var inner = Pattern(depth - 1);
        var count = Gen.OneOf(Gen.Int[0, 4], Gen.Int[0, 1000]);
        return Gen.OneOf(
            atom,
            Gen.Select(inner, inner, (left, right) => left + right),
            Gen.Select(inner, inner, (left, right) => $"({left}|{right})"),
            Gen.Select(inner, count, count, (one, min, max) => $"(?:{one}){{{Math.Min(min, max)},{Math.Max(min, max)}}}"),
            Gen.Select(inner, Gen.Int[0, 2], (one, many) => $"(?:{one}){"*+?"[many]}"));
    }
}
