using System.Globalization;
using System.Text;

namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>
/// Conditions as attributes carry them: <c>path</c>, <c>!path</c>, <c>path = a|b</c>, <c>path != a|b</c> and <c>path ^= a|b</c>. A
/// question mark before the sign means that the field may also be absent. Before a backslash, a bar, a blank in a path and an
/// exclamation mark at its beginning stands a backslash. The currency of money is its member <c>$currency</c>. A condition of an alternative
/// has the number of the alternative and <c> | </c> before it; older readers ignore a rule with such a condition.
/// </summary>
public static class ConditionCodec
{
    private const string Currency = ".$currency";
    private const string Alternative = " | ";

    private static readonly (ConditionTest Test, string Sign)[] s_signs =
    [
        (ConditionTest.OneOf, "="), (ConditionTest.NoneOf, "!="), (ConditionTest.StartsWith, "^="),
    ];

    /// <summary>The conditions of a rule.</summary>
    public static IEnumerable<string> Format(RuleModel rule) => rule.When.Select(Format)
        .Concat(rule.AnyOf.SelectMany((conditions, index) => conditions.Select(condition => SpecValue.Invariant(index + 1) + Alternative + Format(condition))));

    /// <summary>The conditions that all must hold, and the alternatives, one of which must hold.</summary>
    /// <returns>Null if one of the texts is not a condition that this wrote.</returns>
    public static (ConditionModel[] When, ConditionModel[][] AnyOf)? Parse(IEnumerable<string> texts)
    {
        var when = new List<ConditionModel>();
        var alternatives = new SortedDictionary<int, List<ConditionModel>>();
        foreach (var text in texts)
        {
            var (number, rest) = Divide(text);
            if (Parse(rest) is not { } condition)
            {
                return null;
            }

            if (number is not { } index)
            {
                when.Add(condition);
            }
            else if (alternatives.TryGetValue(index, out var others))
            {
                others.Add(condition);
            }
            else
            {
                alternatives.Add(index, [condition]);
            }
        }

        return ([.. when], [.. alternatives.Values.Select(conditions => conditions.ToArray())]);
    }

    private static (int? Alternative, string Condition) Divide(string text) =>
        text.IndexOf(Alternative, StringComparison.Ordinal) is > 0 and var end
        && int.TryParse(text.Substring(0, end), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (number, text.Substring(end + Alternative.Length))
            : (null, text);

    public static string Format(ConditionModel condition)
    {
        var path = Escaped(condition.Path, ' ') + (condition.IsCurrency ? Currency : "");
        path = path.StartsWith("!", StringComparison.Ordinal) ? "\\" + path : path;
        return condition.Test switch
        {
            ConditionTest.Present => path,
            ConditionTest.Absent => "!" + path,
            var test =>
                $"{path} {(condition.IsMetByAbsence ? "?" : "")}{s_signs.Single(sign => sign.Test == test).Sign} "
                    + string.Join("|", condition.Values.Select(value => Escaped(value, '|'))),
        };
    }

    /// <returns>Null for what this did not write.</returns>
    public static ConditionModel? Parse(string text) =>
        ParsePath(text) is not { } condition ? null
        : condition.Path.EndsWith(Currency, StringComparison.Ordinal)
            ? condition with { Path = condition.Path.Substring(0, condition.Path.Length - Currency.Length), IsCurrency = true }
        : condition;

    private static ConditionModel? ParsePath(string text)
    {
        var isAbsent = text.StartsWith("!", StringComparison.Ordinal);
        var at = isAbsent ? 1 : 0;
        var path = Read(text, ref at, ' ');
        if (at == text.Length)
        {
            return new ConditionModel(path, isAbsent ? ConditionTest.Absent : ConditionTest.Present, default, isAbsent);
        }

        var end = text.IndexOf(' ', at + 1);
        if (isAbsent || end < 0)
        {
            return null;
        }

        var sign = text.Substring(at + 1, end - at - 1);
        var isMetByAbsence = sign.StartsWith("?", StringComparison.Ordinal);
        if (s_signs.FirstOrDefault(known => known.Sign == sign.TrimStart('?')) is not { Sign: not null } found)
        {
            return null;
        }

        var values = new List<string>();
        for (at = end; at < text.Length;)
        {
            at++;
            values.Add(Read(text, ref at, '|'));
        }

        return new ConditionModel(path, found.Test, values.ToEquatableArray(), isMetByAbsence);
    }

    private static string Escaped(string text, char separator) => text.Replace("\\", "\\\\").Replace(separator.ToString(), "\\" + separator);

    // Up to the next separator that has no backslash before it.
    private static string Read(string text, ref int at, char separator)
    {
        var read = new StringBuilder();
        for (; at < text.Length && text[at] != separator; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            read.Append(text[at]);
        }

        return read.ToString();
    }
}
