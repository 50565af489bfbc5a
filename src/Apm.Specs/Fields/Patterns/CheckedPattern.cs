using System.Globalization;
using System.Text;

namespace Apm.Specs;

/// <summary>A pattern that matches the same texts in specs, generated code, analyzers and the sandbox.</summary>
internal sealed class CheckedPattern
{
    // The number of nodes if all repetitions are expanded. .NET counts five nodes for each of these, and creates no regular
    // expression without backtracking that could have more than 10,000.
    private const int MaxSize = 2000;
    private const int MaxListed = 1024;

    // Values in specs are short texts. Long texts and large patterns are not compared, so that every file is read quickly.
    private const int MaxSteps = 50_000;

    private readonly string _text;
    private readonly PatternNode _node;
    private readonly int _size;
    private readonly Lazy<PatternAutomaton> _automaton;

    private CheckedPattern(string text, PatternNode node, int size)
    {
        (_text, _node, _size) = (text, node, size);
        _automaton = new Lazy<PatternAutomaton>(() => new PatternAutomaton(node));
        Characters = CharacterSet.Union(Sets(node));
        Lengths = TextLengths.Of(node);
    }

    /// <exception cref="PatternException">The text is not a pattern, or is too large.</exception>
    public static CheckedPattern Parse(string text)
    {
        if (IsBetweenSlashes(text))
        {
            throw new PatternException(0, "slashes around a pattern are characters of it: remove them, or write \\/ for the character");
        }

        var node = PatternParser.Parse(text);
        if (Size(node) is var size && size > MaxSize)
        {
            throw new PatternException(0, "its nested repetitions make it too large: limit the text with 'length:'");
        }

        var pattern = new CheckedPattern(text, node, (int)size);
        return pattern.Lengths.Max != 0 ? pattern : throw new PatternException(0, "it matches only the empty text: write a pattern for the value");
    }

    // As in JavaScript, with flags or without.
    private static bool IsBetweenSlashes(string text)
    {
        var end = text.LastIndexOf('/');
        return end > 0 && text[0] == '/' && text[end - 1] != '\\' && text.Skip(end + 1).All(c => c is 'd' or 'g' or 'i' or 'm' or 's' or 'u' or 'v' or 'y');
    }

    /// <summary>Every character that a matching text can contain.</summary>
    public CharacterSet Characters { get; }

    /// <summary>The lengths of the matching texts.</summary>
    public TextLengths Lengths { get; }

    /// <summary>Whether every text of the <see cref="Characters"/> matches. The empty text may be an exception.</summary>
    public bool IsOneClass => _node is RepeatNode { Inner: SetNode, Max: null, Min: 0 or 1 };

    /// <summary>Whether a value of a spec matches; true if the value or the pattern is too large to compare.</summary>
    public bool IsMatch(string text) => (long)text.Length * _size > MaxSteps || _automaton.Value.IsMatch(text);

    /// <param name="isNeverEmpty">The length of the field excludes the empty text, so <c>+</c> means the same as <c>*</c> after a single class.</param>
    public PatternModel ToModel(bool isNeverEmpty)
    {
        var node = isNeverEmpty && IsOneClass ? ((RepeatNode)_node) with { Min = 0 } : _node;
        var regex = new StringBuilder(@"\A(?:");
        Write(node, regex);
        var characters = IsOneClass && node is RepeatNode { Min: 0 } && Characters.Count <= MaxListed ? Characters.All() : null;
        return new PatternModel(_text, regex.Append(@")\z").ToString(), characters);
    }

    private static void Write(PatternNode node, StringBuilder regex)
    {
        switch (node)
        {
            case SetNode set:
                regex.Append(set.Characters.ToRegex());
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Group(part, part is AlternationNode, regex);
                }

                break;
            case AlternationNode alternation:
                for (var i = 0; i < alternation.Choices.Count; i++)
                {
                    regex.Append(i == 0 ? "" : "|");
                    Write(alternation.Choices[i], regex);
                }

                break;
            case RepeatNode repeat:
                Group(repeat.Inner, repeat.Inner is not SetNode, regex);
                regex.Append(Quantifier(repeat));
                break;
        }
    }

    private static void Group(PatternNode node, bool isNeeded, StringBuilder regex)
    {
        regex.Append(isNeeded ? "(?:" : "");
        Write(node, regex);
        regex.Append(isNeeded ? ")" : "");
    }

    private static string Quantifier(RepeatNode repeat) => (repeat.Min, repeat.Max) switch
    {
        (0, null) => "*",
        (1, null) => "+",
        (0, 1) => "?",
        var (min, max) when min == max => "{" + Number(min) + "}",
        var (min, max) => "{" + Number(min) + "," + (max is { } bound ? Number(bound) : "") + "}",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<CharacterSet> Sets(PatternNode node) => node switch
    {
        SetNode set => [set.Characters],
        SequenceNode sequence => sequence.Parts.SelectMany(Sets),
        AlternationNode alternation => alternation.Choices.SelectMany(Sets),
        RepeatNode { Max: not 0 } repeat => Sets(repeat.Inner),
        _ => [],
    };

    private static long Size(PatternNode node) => Math.Min(MaxSize + 1, node switch
    {
        SequenceNode sequence => 1 + sequence.Parts.Sum(Size),
        AlternationNode alternation => 1 + alternation.Choices.Sum(Size),
        // Without an upper bound, the part that is repeated any number of times follows the minimum once more.
        RepeatNode repeat => 1 + (Size(repeat.Inner) * Math.Max(1, repeat.Max ?? (repeat.Min + 1))),
        _ => 1,
    });
}
