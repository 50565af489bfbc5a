namespace Apm.Analyzers.Tests.Programs;

/// <summary>Values that methods of the framework, collections, functions and enums give.</summary>
internal sealed partial class ProgramWriter
{
    private string Framework(Kind kind, int depth) => _choices.Of(6) switch
    {
        0 when kind != Kind.Condition => $"(new[] {{ {Expression(kind, depth)}, {Expression(kind, depth)} }})[{_choices.Of("0", "1", "^1")}]",
        1 when kind != Kind.Condition => $"Task.FromResult({Expression(kind, depth)}).Result",
        2 when kind != Kind.Condition => $"new Dictionary<string, {Type(kind)}> {{ [\"a\"] = {Literal(kind)}, [\"b\"] = {Literal(kind)} }}[\"b\"]",
        _ => kind switch
        {
            Kind.Currency => _choices.Of(
                "DayOfWeek.Sunday.ToString()",
                "\"USD-EUR\".Substring(4)",
                "\"USD-EUR\"[..3]",
                "string.Join(\"\", \"G\", \"B\", \"P\")",
                "string.Format(\"{0}{1}\", \"HK\", 'D')",
                $"({Expression(Kind.Currency, depth)}).Replace(\"U\", \"E\")"),
            Kind.Text => _choices.Of(
                $"({Expression(Kind.Text, depth)}).PadLeft(6, '-')",
                $"({Expression(Kind.Text, depth)}).Replace(' ', '#')",
                $"$\"{{DayOfWeek.Friday}}-{{{Printed(MostDepth)}}}\"",
                $"string.Join(\" \", {Expression(Kind.Text, depth)}, {Expression(Kind.Currency, depth)})",
                "new string('a', 30)",
                "7.ToString(\"D4\")"),
            Kind.Amount => _choices.Of(
                "long.Parse(\"5000001\")",
                "Convert.ToInt64(50000.5m * 100)",
                "decimal.ToInt64(5000000.9m)",
                $"Math.Clamp({Expression(Kind.Amount, depth)}, 1, 5000001)",
                "(long)Math.Round(50000.01 * 100)"),
            Kind.Price => _choices.Of(
                $"Math.Round({Expression(Kind.Price, depth)}, 1)",
                $"decimal.Truncate({Expression(Kind.Price, depth)})",
                "Convert.ToDecimal(\"50001\")",
                "(decimal)50000.25"),
            _ => Literal(kind),
        },
    };
}
