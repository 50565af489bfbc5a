using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>A text with names in braces, such as <c>/shops/{merchant.account}/payments/{id}</c>.</summary>
public static class NameTemplate
{
    private static readonly Regex s_name = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>The names in their order, without braces.</summary>
    public static IReadOnlyList<string> Names(string text) => [.. s_name.Matches(text).Cast<Match>().Select(match => match.Groups[1].Value)];

    /// <summary>The text with a value for each name.</summary>
    public static string Fill(string text, Func<string, string> value) => s_name.Replace(text, match => value(match.Groups[1].Value));

    /// <summary>Whether a text is a template with values for its names. Each name has at least one character.</summary>
    public static bool Matches(string template, string text) => Values(template, text) is not null;

    /// <summary>The names of a template with their values in a text; null if the text is another one.</summary>
    public static IReadOnlyList<(string Name, string Value)>? Values(string template, string text)
    {
        var pattern = string.Concat(s_name.Split(template).Select((part, index) => index % 2 == 0 ? Regex.Escape(part) : "(.+)"));
        var match = Regex.Match(text, @"\A" + pattern + @"\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        return match.Success ? [.. Names(template).Select((name, index) => (name, match.Groups[index + 1].Value))] : null;
    }
}
