using System.Text.RegularExpressions;
using Apm.Specs;
using Microsoft.CodeAnalysis;

namespace Apm.Analyzers;

/// <summary>The length and the characters of a text.</summary>
internal sealed class TextConstraint
{
    // A pattern of a spec is regular and short. A handwritten attribute may have any pattern.
    private static readonly TimeSpan s_matchTimeout = TimeSpan.FromMilliseconds(100);

    private readonly HashSet<char>? _characters;
    private readonly Lazy<Regex?> _regex;

    private TextConstraint(int min, int max, string? characters, string? pattern)
    {
        (Min, Max, Pattern) = (min, max, pattern);
        _characters = characters is null ? null : [.. characters];
        _regex = new Lazy<Regex?>(() => Compile(pattern));
    }

    /// <summary>The minimum in Unicode code points.</summary>
    public int Min { get; }

    /// <summary>The maximum in Unicode code points.</summary>
    public int Max { get; }

    public string? Pattern { get; }

    /// <summary>The gateway replaces characters that are not allowed.</summary>
    public bool ReplacesCharacters { get; private init; }

    public static TextConstraint Read(AttributeData attribute) => new(
        (int)attribute.Number("Min", 0),
        (int)attribute.Number("Max", int.MaxValue),
        attribute.Text("Characters"),
        attribute.Text("Pattern"))
    {
        ReplacesCharacters = attribute.Flag("ReplacesCharacters"),
    };

    /// <summary>The position of the first character that is not allowed.</summary>
    /// <returns>-1 if there is none.</returns>
    public int FirstWrong(string text)
    {
        for (var index = 0; _characters is not null && index < text.Length; index++)
        {
            if (!_characters.Contains(text[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The text with a space in place of each character that is not allowed.</summary>
    public string Replaced(string text) => _characters is null ? text : OtherCharacters.Replace(text, string.Concat(_characters));

    public bool Matches(string text)
    {
        try
        {
            return _regex.Value?.IsMatch(text) ?? true;
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static Regex? Compile(string? pattern)
    {
        try
        {
            return pattern is null ? null : new Regex(pattern, RegexOptions.CultureInvariant, s_matchTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
