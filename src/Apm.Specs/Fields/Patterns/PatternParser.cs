using System.Globalization;

namespace Apm.Specs;

/// <summary>Reads the regular part of what is written as regular expressions.</summary>
internal sealed class PatternParser
{
    public const int MaxLength = 512;
    public const int MaxRepeat = 1000;
    private const int MaxGroups = 16;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PatternParser(string text) => _text = text;

    /// <exception cref="PatternProblem">The text is no pattern.</exception>
    public static PatternNode Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new PatternProblem(0, $"it has more than {MaxLength} characters");
        }

        var parser = new PatternParser(text);
        var node = parser.Alternation();
        if (parser._at < text.Length)
        {
            throw new PatternProblem(parser._at, "a ) stands here without its (: write \\) for the character");
        }

        return node;
    }

    private PatternNode Alternation()
    {
        var choices = new List<PatternNode> { Sequence() };
        while (Take('|'))
        {
            choices.Add(Sequence());
        }

        return AlternationNode.Of(choices);
    }

    private PatternNode Sequence()
    {
        var parts = new List<PatternNode>();
        while (_at < _text.Length && _text[_at] is not ('|' or ')'))
        {
            parts.Add(Repeat(Atom()));
        }

        return parts.Count == 1 ? parts[0] : new SequenceNode(parts);
    }

    private PatternNode Atom()
    {
        var start = _at;
        var c = _text[_at];
        switch (c)
        {
            case '(':
                return Group(start);
            case '[':
                return new SetNode(ClassParser.Parse(_text, ref _at));
            case '\\':
                return new SetNode(Escapes.Read(_text, ref _at));
            case '.':
                throw new PatternProblem(start, "a dot allows any character: write a class of those that are allowed, such as [A-Za-z0-9 ], or \\. for a dot");
            case '^' or '$':
                throw new PatternProblem(start, $"a pattern always matches the whole value: remove the {c}, or write \\{c} for the character");
            case '*' or '+' or '?' or '{':
                throw new PatternProblem(start, $"nothing stands before the {c} that could be repeated: write \\{c} for the character");
            case ']' or '}':
                throw new PatternProblem(start, $"a {c} stands here alone: write \\{c} for the character");
        }

        if (char.IsSurrogate(c))
        {
            throw new PatternProblem(start, "characters beyond U+FFFF cannot be part of a pattern");
        }

        _at++;
        return new SetNode(CharacterSet.Of(c));
    }

    private PatternNode Group(int start)
    {
        if (++_depth > MaxGroups)
        {
            throw new PatternProblem(start, $"more than {MaxGroups} groups lie within each other");
        }

        _at++;
        if (Take('?') && !Take(':'))
        {
            throw new PatternProblem(start, "groups that look around, capture by name or set options cannot be checked: write ( ) or (?: )");
        }

        var inner = Alternation();
        if (!Take(')'))
        {
            throw new PatternProblem(start, "this ( is never closed: add a ), or write \\( for the character");
        }

        _depth--;
        return inner;
    }

    private PatternNode Repeat(PatternNode atom)
    {
        var start = _at;
        var repeated = Take('*') ? new RepeatNode(atom, 0, null)
            : Take('+') ? new RepeatNode(atom, 1, null)
            : Take('?') ? new RepeatNode(atom, 0, 1)
            : Take('{') ? Bounds(atom, start)
            : atom;
        if (_at > start && _at < _text.Length && _text[_at] is '*' or '+' or '?' or '{')
        {
            throw new PatternProblem(_at, $"a {_text[_at]} after a repetition is lazy, possessive or a mistake: remove it");
        }

        return repeated;
    }

    private RepeatNode Bounds(PatternNode atom, int start)
    {
        var min = Number();
        var max = min;
        if (Take(','))
        {
            max = _at < _text.Length && _text[_at] == '}' ? null : Number();
            if (max is null && min is null)
            {
                min = -1;
            }
        }
        else if (min is null)
        {
            min = -1;
        }

        if (max < min)
        {
            throw new PatternProblem(start, "this repetition ends before it begins: write {3}, {1,3} or {1,}, the smaller number first");
        }

        if (!Take('}') || min is null or < 0)
        {
            throw new PatternProblem(start, "this repetition is not complete: write {3}, {1,3} or {1,}, or \\{ for the character");
        }

        if (min > MaxRepeat || max > MaxRepeat)
        {
            throw new PatternProblem(start, $"this repeats more than {MaxRepeat.ToString(CultureInfo.InvariantCulture)} times: state the bound as 'length:'");
        }

        return new RepeatNode(atom, min.Value, max);
    }

    private int? Number()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        return _at == start ? null : _at - start > 6 ? int.MaxValue : int.Parse(_text.Substring(start, _at - start), CultureInfo.InvariantCulture);
    }

    private bool Take(char c)
    {
        if (_at < _text.Length && _text[_at] == c)
        {
            _at++;
            return true;
        }

        return false;
    }
}
