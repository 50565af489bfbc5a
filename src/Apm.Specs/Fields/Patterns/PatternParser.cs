using System.Globalization;

namespace Apm.Specs;

/// <summary>Parses regular expressions, of which only the strictly regular part is allowed.</summary>
internal sealed class PatternParser
{
    public const int MaxLength = 512;
    public const int MaxRepeat = 1000;
    private const int MaxGroups = 16;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PatternParser(string text) => _text = text;

    /// <exception cref="PatternException">The text is not a pattern.</exception>
    public static PatternNode Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new PatternException(0, $"it has more than {MaxLength} characters");
        }

        var parser = new PatternParser(text);
        var node = parser.Alternation();
        if (parser._at < text.Length)
        {
            throw new PatternException(parser._at, "this ) has no matching (: write \\) for the character");
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
                throw new PatternException(
                    start,
                    "a dot allows any character: write a class of the allowed characters, such as [A-Za-z0-9 ], or \\. for a dot");
            case '^' or '$':
                throw new PatternException(start, $"a pattern always matches the whole value: remove the {c}, or write \\{c} for the character");
            case '*' or '+' or '?' or '{':
                throw new PatternException(start, $"there is nothing before the {c} to repeat: write \\{c} for the character");
            case ']' or '}':
                throw new PatternException(start, $"this {c} has no matching {(c == ']' ? '[' : '{')}: write \\{c} for the character");
        }

        if (char.IsSurrogate(c))
        {
            throw new PatternException(start, "characters beyond U+FFFF cannot be part of a pattern");
        }

        _at++;
        return new SetNode(CharacterSet.Of(c));
    }

    private PatternNode Group(int start)
    {
        if (++_depth > MaxGroups)
        {
            throw new PatternException(start, $"more than {MaxGroups} groups are nested");
        }

        _at++;
        if (Take('?') && !Take(':'))
        {
            throw new PatternException(start, "groups that look around, capture by name or set options are not supported: write ( ) or (?: )");
        }

        var inner = Alternation();
        if (!Take(')'))
        {
            throw new PatternException(start, "this ( is never closed: add a ), or write \\( for the character");
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
            throw new PatternException(_at, $"a {_text[_at]} after a repetition is lazy, possessive or a mistake: remove it");
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
            throw new PatternException(start, "this repetition has a maximum below its minimum: write {3}, {1,3} or {1,}, the smaller number first");
        }

        if (!Take('}') || min is null or < 0)
        {
            throw new PatternException(start, "this repetition is not complete: write {3}, {1,3} or {1,}, or \\{ for the character");
        }

        if (min > MaxRepeat || max > MaxRepeat)
        {
            throw new PatternException(
                start,
                $"this repeats more than {MaxRepeat.ToString(CultureInfo.InvariantCulture)} times: limit the text with 'length:'");
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
