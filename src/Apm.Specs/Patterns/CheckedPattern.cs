using System.Globalization;
using System.Text;
using Apm.Specs.Model;

namespace Apm.Specs.Patterns;

/// <summary>A pattern that every part of the product can run and agree on.</summary>
internal sealed class CheckedPattern
{
    // What is spelt out by repetitions, so that an engine that expands them stays small.
    private const int MaxSize = 2000;
    private const int MaxListed = 1024;

    private readonly string _text;
    private readonly PatternNode _node;

    private CheckedPattern(string text, PatternNode node) => (_text, _node) = (text, node);

    /// <exception cref="PatternProblem">The text is no pattern, or too large.</exception>
    public static CheckedPattern Parse(string text)
    {
        var node = PatternParser.Parse(text);
        return Size(node) <= MaxSize ? new CheckedPattern(text, node) : throw new PatternProblem(0, "its repetitions within repetitions spell out too much: state the bound as 'length:'");
    }

    /// <summary>Every character that a match may have somewhere.</summary>
    public CharacterSet Characters => CharactersOf(_node);

    /// <summary>Whether every text of the <see cref="Characters"/> matches, but perhaps the empty one.</summary>
    public bool IsOneClass => _node is RepeatNode { Inner: SetNode, Max: null, Min: 0 or 1 };

    public bool IsMatch(string text) => PatternMatcher.IsMatch(_node, text);

    /// <param name="isNeverEmpty">The field's length keeps the empty text out, so that a class repeated once or more is as good as any number of times.</param>
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

    private static CharacterSet CharactersOf(PatternNode node) => node switch
    {
        SetNode set => set.Characters,
        SequenceNode sequence => sequence.Parts.Aggregate(new CharacterSet([]), (all, part) => all.Union(CharactersOf(part))),
        AlternationNode alternation => alternation.Choices.Aggregate(new CharacterSet([]), (all, part) => all.Union(CharactersOf(part))),
        RepeatNode { Max: 0 } => new CharacterSet([]),
        RepeatNode repeat => CharactersOf(repeat.Inner),
        _ => new CharacterSet([]),
    };

    private static long Size(PatternNode node) => Math.Min(MaxSize + 1, node switch
    {
        SequenceNode sequence => 1 + sequence.Parts.Sum(Size),
        AlternationNode alternation => 1 + alternation.Choices.Sum(Size),
        RepeatNode repeat => 1 + (Size(repeat.Inner) * Math.Max(1, repeat.Max ?? repeat.Min)),
        _ => 1,
    });
}
