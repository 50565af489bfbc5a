using System.Text;

namespace Apm.Specs;

/// <summary>Texts that match a pattern.</summary>
public static class PatternExample
{
    // Long enough that two random texts differ.
    private const int UsualRepeat = 24;

    private const int MaxRepeat = 100;

    /// <param name="pattern">The pattern.</param>
    /// <param name="random">Returns a number from zero to below its argument.</param>
    public static string Of(PatternModel pattern, Func<int, int> random)
    {
        var text = new StringBuilder();
        Write(PatternParser.Parse(pattern.Text), random, text);
        return text.ToString();
    }

    private static void Write(PatternNode node, Func<int, int> random, StringBuilder text)
    {
        switch (node)
        {
            case SetNode set:
                text.Append(Character(set.Characters, random));
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                {
                    Write(part, random, text);
                }

                break;
            case AlternationNode alternation:
                Write(alternation.Choices[random(alternation.Choices.Count)], random, text);
                break;
            case RepeatNode repeat:
                var count = Math.Max(repeat.Min, Math.Min(repeat.Max ?? UsualRepeat, MaxRepeat));
                for (var i = 0; i < count; i++)
                {
                    Write(repeat.Inner, random, text);
                }

                break;
        }
    }

    // Letters and digits, if the set has some.
    private static char Character(CharacterSet set, Func<int, int> random)
    {
        var usual = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".Where(set.Contains).ToList();
        return usual.Count > 0 ? usual[random(usual.Count)] : set.Ranges[0].First;
    }
}
