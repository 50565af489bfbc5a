using Xunit;
using static Apm.CodeFixes.Tests.Fixing;

namespace Apm.CodeFixes.Tests;

/// <summary>Values that come from another place than the one that is reported.</summary>
public class SourceTests
{
    private const string Constant = "Use AlipayHk.Currencies.Hkd";
    private const string AtSource = "Use AlipayHk.Currencies.Hkd for \"HDK\" at its source (other code may read it, too)";

    [Theory]
    [InlineData("""var currency = "HDK"; // local""", """Value = new Money(1, currency)""")]
    [InlineData("""const string Currency = "HDK";""", """Value = new Money(1, Currency)""")]
    [InlineData("""string currency; currency = "HDK";""", """Value = new Money(1, currency)""")]
    [InlineData("""var money = new Money(1, "HDK");""", """Value = money""")]
    public Task What_nothing_else_reads_is_changed_where_it_is_written(string declaration, string use)
    {
        var before = $$"""
            {{declaration}}
            Use(order with { {{use}} });
            """;

        return ExpectStatementAsync(before, Constant, before.Replace("\"HDK\"", "AlipayHk.Currencies.Hkd"));
    }

    [Fact]
    public async Task And_Fix_All_takes_it_along()
    {
        var before = Method("""Use(order with { Value = new Money(1, Currency) });""", """
            private const string Currency = "hkd";
            """);

        var better = await Workbench.Of(before).FormatAsync("APM1001");

        Assert.Equal(before.Replace("\"hkd\"", "AlipayHk.Currencies.Hkd"), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
    }

    [Fact]
    public async Task A_constant_that_other_code_reads_is_changed_here_or_at_its_source_by_a_person_only()
    {
        var before = Method("""Use(order with { Value = new Money(1, Currency) });""", """
            private const string Currency = "HDK";
            public static void Log() => Console.WriteLine(Currency);
            """);
        var bench = Workbench.Of(before);

        Assert.Equal([Constant + " here", AtSource], await bench.TitlesAsync());
        Assert.Equal(before, await (await bench.FormatAsync("APM1001")).TextAsync());
        Assert.Equal(before.Replace("Money(1, Currency)", "Money(1, AlipayHk.Currencies.Hkd)"), await (await bench.FixAsync(Constant + " here")).TextAsync());
        Assert.Equal(before.Replace("\"HDK\"", "AlipayHk.Currencies.Hkd"), await (await bench.FixAsync(AtSource)).TextAsync());
    }

    [Fact]
    public async Task Another_currency_in_such_a_constant_may_be_right_elsewhere_so_it_is_replaced_here_alone()
    {
        var bench = Workbench.Of(
            Method("""Use(order with { Value = new Money(1, Codes.Dollar) });"""),
            """internal static class Codes { public const string Dollar = "USD"; }"""
        );

        Assert.Equal(
            ["Use AlipayHk.Currencies.Eur here", Constant + " here", "Use AlipayHk.Currencies.Gbp here", "Use AlipayHk.Currencies.Sgd here"],
            await bench.TitlesAsync());
        Assert.Equal(
            Method("""Use(order with { Value = new Money(1, AlipayHk.Currencies.Hkd) });"""),
            await (await bench.FixAsync(Constant + " here")).TextAsync());
    }

    [Fact]
    public async Task The_source_may_be_in_another_file()
    {
        var bench = Workbench.Of(
            Method("""Use(order with { Value = new Money(1, Codes.Currency) });"""),
            """internal static class Codes { public static readonly string Currency = "HDK"; }""");

        var better = await bench.FixAsync(AtSource);

        Assert.Equal(await bench.TextAsync(), await better.TextAsync());
        Assert.Equal("""internal static class Codes { public static readonly string Currency = AlipayHk.Currencies.Hkd; }""", await better.TextAsync(1));
        Assert.Empty(await better.IdsAsync());
    }

    [Fact]
    public async Task What_a_helper_returns_is_changed_in_the_helper()
    {
        var before = Method("""Use(order with { Value = new Money(1, Currency()) });""", """
            private static string Currency() => "HDK";
            """);

        var better = await Workbench.Of(before).FixAsync(AtSource);

        Assert.Equal(before.Replace("\"HDK\"", "AlipayHk.Currencies.Hkd"), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
    }

    [Fact]
    public async Task A_text_that_a_condition_compares_with_is_a_question_and_stays()
    {
        var bench = Workbench.Of(Method("""
            var currency = Console.ReadLine()!;
            if (currency == "HDK")
            {
                Use(order with { Value = new Money(1, currency) });
            }
            """));

        Assert.DoesNotContain(await bench.TitlesAsync(), title => title.Contains("at its source", StringComparison.Ordinal) || title == Constant);
    }

    [Theory]
    [InlineData("""var flag = DateTime.Now.Hour > 5;""", """string.Format("{0}", flag ? "hkd" : "EUR")""")]
    [InlineData("""var flag = DateTime.Now.Hour > 5;""", """(flag ? "hkd" : "EUR").Replace("X", "Y")""")]
    [InlineData("""var flag = DateTime.Now.Hour > 5;""", """string.Concat(flag ? "hk" : "EU", flag ? "d" : "R")""")]
    [InlineData("""var flag = DateTime.Now.Hour > 5;""", """$"{(flag ? DayOfWeek.Monday : DayOfWeek.Friday)}" """)]
    [InlineData("", "DayOfWeek.Monday.ToString()")]
    [InlineData("", """ "hkd;EUR".Split(';')[0]""")]
    [InlineData("", """new System.Collections.Generic.Dictionary<string, string> { ["hkd"] = "eur" }["hkd"]""")]
    [InlineData("", """System.Linq.Enumerable.First(new[] { "hkd", "EUR" }, code => code == "hkd")""")]
    [InlineData("", """new System.Text.StringBuilder("hk").Append("d").ToString()""")]
    [InlineData("""var codes = new[] { "hkd", "EUR" }; Console.WriteLine(codes.Length);""", "codes[0]")]
    public async Task No_program_changes_a_value_that_code_computes(string declaration, string value)
    {
        var before = Method($"{declaration} Use(order with {{ Value = new Money(1, {value}) }});");
        var bench = Workbench.Of(before);

        Assert.Contains("APM1001", await bench.IdsAsync());
        Assert.Equal(before, await (await bench.FormatAsync("APM1001")).TextAsync());
    }
}
