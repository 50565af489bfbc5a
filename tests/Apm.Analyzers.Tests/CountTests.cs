using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>How much the analyzer visits and interprets. Counts are the same on every machine.</summary>
public class CountTests
{
    // The members have the names of constrained members, and arguments of methods are assigned to them.
    private const string OrdinaryCode = """
        public sealed class Field
        {
            public string Type { get; set; } = "";
            public string Value { get; set; } = "";
            public string Reference { get; set; } = "";
        }

        public static class Forms
        {
            public static Field Create(string type, string value) => new Field { Type = type, Value = value };

            public static Field Copy(Field field, string value) => new() { Type = field.Type, Value = value };

            public static void Update(Field field, string reference) => field.Reference = reference;

            public static string Print(Field field, string separator) => field.Value.ToString() + separator;

            public static void Fill(List<Field> fields)
            {
                var field = Create("text", "one");
                Update(field, "first");
                fields.Add(Copy(field, "two"));
                Console.WriteLine(Print(field, ","));
                {{More}}
            }
        }
        """;

    [Theory]
    [InlineData("")]
    [InlineData("Missing.Library.Register(Create(\"text\", \"three\")).With(new Missing.Handler { Type = \"x\", Value = Unknown(field) }).Add(\"y\");")]
    public async Task Code_without_payments_is_not_interpreted(string more)
    {
        var counts = await CountAsync(OrdinaryCode.Replace("{{More}}", more, StringComparison.Ordinal));

        Assert.Equal((0, 0, 0L), (counts.Expressions, counts.Bodies, counts.Steps));
        // Copy and Update, whose names do not exclude a constrained member.
        Assert.Equal(2, counts.BoundMethods);
    }

    [Fact]
    public async Task Literals_are_evaluated_without_the_body_around_them()
    {
        var counts = await CountAsync(Shop.Method(string.Concat(Enumerable.Repeat("_ = new WorldpayNarrative { Line1 = \"Shop\" };\n", 10))));

        Assert.Equal((10, 0), (counts.Expressions, counts.Bodies));
        Assert.InRange(counts.Steps, 10, 40);
    }

    [Fact]
    public async Task A_body_is_interpreted_once_for_all_of_its_values()
    {
        var counts = await CountAsync(Shop.Method("var name = flag ? \"Shop\" : \"Store\"; "
            + string.Concat(Enumerable.Repeat("_ = new WorldpayNarrative { Line1 = name };\n", 10))));

        Assert.Equal((10, 1), (counts.Expressions, counts.Bodies));
    }

    [Theory]
    [InlineData("var name = \"Shop\"; _ = new WorldpayNarrative { Line1 = name };")]
    [InlineData("_ = new WorldpayNarrative { Line1 = text };")]
    [InlineData("var total = 0L; while (flag) { total += number; } _ = new Money(total, \"HKD\"); Ask(total + price);")]
    public async Task A_variable_that_the_body_does_not_decide_needs_no_body(string statements) =>
        Assert.Equal(0, (await CountAsync(Shop.Method(statements, "private static void Ask(decimal sum) { }"))).Bodies);

    [Theory]
    [InlineData("if (text == \"é\") { return; } _ = new WorldpayNarrative { Line1 = text };")]
    [InlineData("var name = \"Shop\"; name = text; _ = new WorldpayNarrative { Line1 = name };")]
    [InlineData("var name = {|APM1005:\"é\"|}; _ = new WorldpayNarrative { Line1 = name };")]
    [InlineData("var total = 0L; foreach (var part in new[] { 1, 2 }) { total += part; } _ = new Money(total, \"HKD\");")]
    [InlineData("var total = 0L; goto there; there: total += 1; _ = new Money(total, \"HKD\");")]
    public async Task A_variable_that_the_body_may_decide_needs_the_body(string statements) =>
        Assert.Equal(1, (await CountAsync(Shop.Method(statements.Replace("{|APM1005:", "").Replace("|}", "")))).Bodies);

    [Theory]
    [InlineData("_ = new WorldpayNarrative { Line1 = Name(text, number) };")]
    [InlineData("Use(new WorldpayNarrative { Line1 = flag ? text : \"Shop\" });")]
    [InlineData("foreach (var line in text.Split(',')) { if (line.Length > number) { name = line; } } _ = new WorldpayNarrative { Line1 = name };")]
    public async Task The_steps_grow_with_the_code(string statement)
    {
        var few = await CountAsync(Code(10));
        var many = await CountAsync(Code(40));

        Assert.InRange((double)many.Steps / few.Steps, 3, 5);

        string Code(int count) => Shop.Method(
            "var name = \"Shop\"; " + string.Concat(Enumerable.Repeat(statement + "\n", count)),
            "private static string Name(string text, int number) => number > 3 ? text : \"Shop\";");
    }

    [Fact]
    public async Task A_variable_is_looked_for_once_in_an_expression()
    {
        var conditions = string.Concat(Enumerable.Range(0, 50).Select(at => $"number == {at} ? text : "));

        Assert.Equal(2, (await CountAsync(Shop.Method($"_ = new WorldpayNarrative {{ Line1 = {conditions} text }};"))).Searches);
    }

    [Fact]
    public async Task Drafts_of_methods_with_one_name_are_looked_for_once()
    {
        var drafts = Enumerable.Range(0, 20).Select(at => $$"""
            public static class Drafts{{at}}
            {
                public static WalletRequest Create() => new() { Instruction = new() { Kind = WalletKind.Direct } };

                public static void Pay() => Console.WriteLine(Create());
            }
            """);
        var counts = await CountAsync($"{CombinationTests.Wallet}\n{string.Join('\n', drafts)}");

        Assert.Equal(1, counts.Searches);
    }

    private static async Task<AnalysisCounts> CountAsync(string code)
    {
        var counts = new AnalysisCounts();
        await Shop.AnalyzeAsync(Shop.Compilation("Shop", [Shop.Tree(Shop.Usings), Shop.Tree(code, "Shop.cs")], withSpecs: true), counts: counts);
        return counts;
    }
}
