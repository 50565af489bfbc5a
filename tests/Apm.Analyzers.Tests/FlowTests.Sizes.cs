using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Code that nobody writes but a generator: it is passed over, and what stands beside it is judged.</summary>
public class FlowTestsSizes
{
    private const string Order = "Use(Instruction.Narrative with { Line1 = line });";

    public static TheoryData<string, string> Shapes { get; } = new()
    {
        { "5,000 terms", $"var line = {Repeat(" + ", 5_000, _ => "text")}; {Order}" },
        { "2,000 parentheses", $"var line = {Repeat("", 2_000, _ => "(")}text{Repeat("", 2_000, _ => ")")}; {Order}" },
        { "2,000 conditionals", $"var line = {Repeat("", 2_000, at => $"number == {at} ? text : ")} text; {Order}" },
        { "5,000 conditions", $"var line = text; if ({Repeat(" && ", 5_000, at => "flag")}) line = other!; {Order}" },
        { "5,000 ifs", $"var line = text; {Repeat("\n", 5_000, at => $"if (number == {at}) line = \"a\" + {at};")} {Order}" },
        { "1,000 else ifs", $"var line = text; {Repeat(" else ", 1_000, at => $"if (number == {at}) line = \"a\" + {at};")} {Order}" },
        { "3,000 cases", $"var line = text; switch (number) {{ {Repeat("\n", 3_000, at => $"case {at}: line = \"a\" + {at}; break;")} }} {Order}" },
        { "3,000 arms", $"var line = number switch {{ {Repeat(", ", 3_000, at => $"{at} => \"a\" + {at}")}, _ => text }}; {Order}" },
        { "1,000 alternatives", $"var line = number is {Repeat(" or ", 1_000, at => $"{at * 2}")} ? text : \"a\"; {Order}" },
        { "3,000 copies", $"var copy0 = \"a\" + text; {Repeat("\n", 3_000, at => $"var copy{at + 1} = copy{at};")} var line = copy3000; {Order}" },
        { "2,000 parts", $"var line = $\"{Repeat("", 2_000, _ => "{text}")}\"; {Order}" },
        { "50 lambdas", $"var line = text; {Repeat("", 50, at => $"Action a{at} = () => {{ ")} {Order} {Repeat("", 50, _ => "};")}" },
        { "200 blocks", $"var line = text; {Repeat("", 200, at => $"if (number > {at}) {{ ")} {Order} {Repeat("", 200, _ => "}")}" },
    };

    [Theory]
    [MemberData(nameof(Shapes), DisableDiscoveryEnumeration = true)]
    public Task Code_of_any_size_is_passed_over_and_its_neighbours_are_judged(string size, string statements)
    {
        Assert.NotEmpty(size);
        return Shop.CheckAsync(
            Shop.Method(statements, """
                private static void Neighbour()
                {
                    var currency = "USD";
                    Use(Instruction with { Value = new Money(100, {|APM1001:currency|}) });
                }
                """),
            isCompiled: false);
    }

    private static string Repeat(string separator, int count, Func<int, string> part) => string.Join(separator, Enumerable.Range(0, count).Select(part));
}
