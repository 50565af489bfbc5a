namespace Apm.Analyzers.Constraints;

/// <summary>A condition of a rule: on the presence of a field, or on its value.</summary>
/// <param name="Text">As the attribute has it.</param>
/// <param name="Values">What the value is compared with; for <see cref="RuleTest.IsOneOf"/>, an empty text stands for no value.</param>
internal sealed record RuleCondition(string Text, string Path, RuleTest Test, string[] Values)
{
    private static readonly (string Sign, RuleTest Test)[] Signs =
    [
        (" != ", RuleTest.IsNoneOf),
        (" ^= ", RuleTest.StartsWith),
        (" = ", RuleTest.IsOneOf),
    ];

    public static RuleCondition Parse(string text)
    {
        foreach (var (sign, test) in Signs)
        {
            if (text.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new RuleCondition(text, text.Substring(0, at), test, text.Substring(at + sign.Length).Split('|').ToArray());
            }
        }

        return text.StartsWith("!", StringComparison.Ordinal)
            ? new RuleCondition(text, text.Substring(1), RuleTest.IsAbsent, [])
            : new RuleCondition(text, text, RuleTest.IsPresent, []);
    }

    /// <summary>As people say it.</summary>
    public string Describe() => Test switch
    {
        RuleTest.IsPresent => Path + " is set",
        RuleTest.IsAbsent => Path + " is not set",
        RuleTest.IsOneOf => $"{Path} is {Alternatives}",
        RuleTest.IsNoneOf => $"{Path} is not {Alternatives}",
        _ => $"{Path} begins with {Alternatives}",
    };

    private string Alternatives => string.Join(" or ", Values.Where(value => value.Length > 0));
}

internal enum RuleTest
{
    IsPresent,
    IsAbsent,
    IsOneOf,
    IsNoneOf,
    StartsWith,
}
