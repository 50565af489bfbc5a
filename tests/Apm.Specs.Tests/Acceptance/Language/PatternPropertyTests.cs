using System.Globalization;
using System.Text.RegularExpressions;
using Apm.Specs.Model;
using Apm.Specs.Tests.Acceptance.Markup;
using CsCheck;
using Spec = Apm.Specs.Tests.Acceptance.Markup.Spec;

namespace Apm.Specs.Tests.Acceptance.Language;

/// <summary>A pattern means the same to its author and to .NET, which has rules of its own within classes.</summary>
public sealed class PatternPropertyTests
{
    private static readonly Gen<(char First, char Last)> Range =
        Gen.Select(Gen.Int[' ', '~'], Gen.Int[' ', '~']).Select((a, b) => ((char)Math.Min(a, b), (char)Math.Max(a, b)));

    [Fact]
    public void A_class_has_the_characters_that_it_lists() =>
        Range.Array[1, 5].Sample(ranges =>
        {
            var pattern = Bind("[" + string.Concat(ranges.Select(range => range.First == range.Last ? Escaped(range.First) : $"{Escaped(range.First)}-{Escaped(range.Last)}")) + "]*");

            AssertSame(pattern, c => ranges.Any(range => c >= range.First && c <= range.Last));
            Assert.Equal(string.Concat(Enumerable.Range(0, 128).Select(c => (char)c).Where(c => ranges.Any(range => c >= range.First && c <= range.Last))), pattern.Characters);
        }, iter: 2_000);

    [Fact]
    public void A_negated_class_has_all_others() =>
        Range.Array[1, 5].Sample(ranges =>
        {
            var pattern = Bind("[^" + string.Concat(ranges.Select(range => $"{Escaped(range.First)}-{Escaped(range.Last)}")) + "]");

            AssertSame(pattern, c => !ranges.Any(range => c >= range.First && c <= range.Last));
        }, iter: 500);

    [Theory]
    [InlineData(@"\d", "0123456789")]
    [InlineData(@"\w", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")]
    [InlineData(@"[\s]", "\t\n\v\f\r ")]
    public void Shorthands_are_ASCII(string shorthand, string characters)
    {
        var regex = Compile(Bind(shorthand));

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
        var regex = Compile(Bind(pattern));

        Assert.All(matching.Split(' '), text => Assert.Matches(regex, text));
        Assert.All(others.Split(' ').Append("").Concat(matching.Split(' ').Select(text => text + "\n")), text => Assert.DoesNotMatch(regex, text));
    }

    [Theory]
    [InlineData("^a")]
    [InlineData("a$")]
    [InlineData("(a)\\1")]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)b")]
    [InlineData("[a")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("[b-a]")]
    [InlineData("[a[b]")]
    [InlineData("\\p{L}")]
    [InlineData("((a{1000}){1000}){1000}")]
    [InlineData("a{2,1}")]
    [InlineData("[]")]
    public void What_engines_differ_on_or_should_not_run_is_refused_at_its_line(string pattern)
    {
        var diagnostics = Spec.MethodDiagnostics(Text(pattern)).Where(diagnostic => diagnostic.Rule.Severity == Diagnostics.SpecSeverity.Error);

        var only = Assert.Single(diagnostics);
        Assert.Equal("APM0010", only.Rule.Id);
        var line = Text(pattern).Split('\n').ToList().FindIndex(text => text.Contains("order.extra", StringComparison.Ordinal));
        Assert.Equal(line, only.Location.Span.Line);
    }

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

    private static string Text(string pattern) =>
        Spec.Method.Replaced("  order.device: { values: [WEB, APP] }", $"  order.extra: {{ type: string, pattern: '{pattern.Replace("'", "''", StringComparison.Ordinal)}' }}");

    private static PatternModel Bind(string pattern)
    {
        var bound = SpecBinder.BindMethod(SpecParser.Parse(Spec.MethodFile, Text(pattern)), SpecParser.Parse(Spec.ApiFile, Spec.Api));
        Verify.Silent(bound.Diagnostics);
        return bound.Model!.Request.Member("order")!.Member("extra")!.Pattern!;
    }
}
