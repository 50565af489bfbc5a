using System.Text.RegularExpressions;

namespace Apm.Specs.Tests;

/// <summary>A spec read with the eyes of its author, so that tests need not repeat the facts that stand in it.</summary>
internal sealed class SpecText(string text)
{
    /// <summary>What stands after a key at the beginning of a line: a plain text, or a flow value with its brackets.</summary>
    public string this[string start] =>
        Regex.Match(text, @"^ *" + Regex.Escape(start) + @":\s+(?<value>\[[^\]]*\]|(?:(?! #)[^\n])*)", RegexOptions.Multiline) is { Success: true } match
            ? match.Groups["value"].Value.Trim()
            : throw new Xunit.Sdk.XunitException($"no line of the spec begins with '{start}:'");

    /// <summary>What stands after a key within the braces of a line.</summary>
    public string this[string start, string key] => Within(this[start], key);

    public string[] List(string start) => Items(this[start]);

    public string[] List(string start, string key) => Items(this[start, key]);

    /// <summary>The keys of the lines that are indented below a key.</summary>
    public string[] Below(string start) => [.. Lines(start).Where(line => Regex.IsMatch(line, "^  [^ #]")).Select(line => line[2..line.IndexOf(':')])];

    /// <summary>The lines that are indented below a key, alone.</summary>
    public SpecText Section(string start) => new(string.Join('\n', Lines(start)));

    private IEnumerable<string> Lines(string start) =>
        text.Split('\n')
            .SkipWhile(line => !line.StartsWith(start + ":", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.Length == 0 || line[0] == ' ');

    private static string Within(string braces, string key) =>
        Regex.Match(braces, @"[{,]\s*" + Regex.Escape(key) + @":\s+(?<value>\[[^\]]*\]|'[^']*'|[^,}]*)") is { Success: true } match
            ? match.Groups["value"].Value.Trim().Trim('\'')
            : throw new Xunit.Sdk.XunitException($"'{braces}' has no '{key}:'");

    private static string[] Items(string list) => list.Trim('[', ']').Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
