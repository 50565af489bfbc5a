namespace Apm.Analyzers.Tests.Programs;

/// <summary>A parameter of a program, with values that take every condition of a program both ways.</summary>
internal sealed record Input(string Name, string Type, params object?[] Values)
{
    public static readonly Input Flag = new("flag", "bool", true, false);
    public static readonly Input Other = new("other", "bool", true, false);

    /// <summary>The number of the block that fails, or 0. Nothing else depends on it, so each block can fail alone.</summary>
    public static readonly Input Fails = new("fails", "int", 0, 1, 2, 3);

    public static readonly Input Number = new("number", "int", 0, 5, 6, 8, 9, 10, 11, 12);
    public static readonly Input Text = new("text", "string", "x", "USD", "HKD", "GBP");

    /// <summary>All currencies of the programs: a sum with another amount of money is right for one of them only.</summary>
    public static readonly Input Code = new("code", "string?", null, "HKD", "USD", "EUR", "JPY", "GBP");

    public static readonly Input Limit = new("limit", "int?", null, 3, 5, 9);
    public static readonly Input Status = new("status", "string", "open", "paid", "held");
    public static readonly Input Basket = new("basket", "string", "EUR", "USD", "SGD");

    /// <summary>A parameter of the constructor of the class.</summary>
    public static readonly Input Abroad = new("abroad", "bool", true, false);

    /// <summary>A parameter of the constructor, as the number of a member of an enum.</summary>
    public static readonly Input Home = new("home", "int", 0, 1, 2);

    /// <summary>A member of the basket, as the number of a member of an enum.</summary>
    public static readonly Input Zone = new("zone", "int", 0, 1, 2);

    /// <summary>
    /// How often a loop runs. The analyzers do not count: a loop may end before its first turn, whatever another loop did. Each loop
    /// therefore has an input of its own.
    /// </summary>
    public static readonly Input Turns = new("turns", "int", 2, 0);

    /// <summary>How often a second loop runs.</summary>
    public static readonly Input Again = new("again", "int", 2, 0);

    public static readonly Input[] All = [Flag, Other, Fails, Number, Text, Code, Limit, Status, Basket, Abroad, Home, Zone, Turns, Again];

    /// <summary>All combinations of the values of the inputs that are used; of the others, the first value.</summary>
    public static IEnumerable<object?[]> Combinations(IReadOnlySet<Input> used)
    {
        IEnumerable<object?[]> rows = [[]];
        foreach (var input in All)
        {
            var values = used.Contains(input) ? input.Values : input.Values[..1];
            rows = rows.SelectMany(row => values.Select(value => (object?[])[.. row, value]));
        }

        return rows;
    }
}
