namespace Apm.Specs;

/// <summary>
/// Finds the first bracket or quote that is left open, or closed without having been opened. The YAML parser notices
/// such a thing far below its place, at the next quote or at the end of the text.
/// </summary>
/// <remarks>It knows less of YAML than the parser does, so it explains texts that the parser refused, and refuses none itself.</remarks>
internal sealed class OpenEnds
{
    private readonly TextLines _lines;
    private readonly string _text;
    private readonly Stack<Bracket> _open = new();
    private int _blockText = -1;
    private bool _closedBefore;

    private OpenEnds(TextLines lines)
    {
        _lines = lines;
        _text = lines.Text;
    }

    public static SyntaxException? Find(TextLines lines) => new OpenEnds(lines).Find();

    private SyntaxException? Find()
    {
        for (var line = 0; line < _lines.Count; line++)
        {
            if (Line(_lines.Start(line), _lines.End(line)) is { } problem)
            {
                return problem;
            }
        }

        return _open.Count > 0 ? Unclosed(_open.Peek()) : null;
    }

    private SyntaxException? Line(int start, int end)
    {
        var at = start;
        while (at < end && _text[at] is ' ' or '\t')
        {
            at++;
        }

        var indent = at - start;
        if (at == end || _text[at] == '#' || IsBlockText(indent))
        {
            return null;
        }

        if (_open.Count > 0 && indent <= _open.Peek().Indent && _text[at] is not ('}' or ']' or ','))
        {
            return Unclosed(_open.Peek());
        }

        return Tokens(at, start, end);
    }

    // The lines of a text after | or > are the text's own.
    private bool IsBlockText(int indent)
    {
        if (_blockText >= 0 && indent > _blockText)
        {
            return true;
        }

        _blockText = -1;
        return false;
    }

    private SyntaxException? Tokens(int at, int lineStart, int end)
    {
        var indent = at - lineStart;
        var parent = indent;
        var isStart = true;
        _closedBefore = false;
        while (at < end)
        {
            var c = _text[at];
            if (c is ' ' or '\t')
            {
                at++;
            }
            else if (c == '#' && _text[at - 1] is ' ' or '\t')
            {
                return null;
            }
            else if (isStart && c is '"' or '\'')
            {
                var close = CloseOf(at, end);
                if (close < 0)
                {
                    return YamlProblem.UnclosedQuote(_lines, at);
                }

                at = close + 1;
                isStart = false;
            }
            else if (c is '[' or '{' && (isStart || _open.Count > 0))
            {
                _open.Push(new Bracket(at, indent));
                at++;
                isStart = true;
            }
            else if (c is ']' or '}' && (_open.Count > 0 || _closedBefore))
            {
                if (Close(at) is { } problem)
                {
                    return problem;
                }

                at++;
                isStart = false;
                _closedBefore = _open.Count == 0;
            }
            else if (isStart && _open.Count == 0 && c is '|' or '>')
            {
                _blockText = parent;
                return null;
            }
            else if (isStart && _open.Count == 0 && c is '-' or '?' && IsGap(at + 1, end))
            {
                parent = at - lineStart;
                at++;
            }
            else
            {
                if (isStart && _open.Count == 0 && parent < at - lineStart && !IsValue(at, lineStart))
                {
                    parent = at - lineStart;
                }

                isStart = (c == ',' && _open.Count > 0) || (c == ':' && (IsGap(at + 1, end) || (_open.Count > 0 && _text[at + 1] is ',' or ']' or '}')));
                _closedBefore = false;
                at++;
            }
        }

        return null;
    }

    private bool IsValue(int at, int lineStart)
    {
        while (at > lineStart && _text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at > lineStart && _text[at - 1] == ':';
    }

    private bool IsGap(int at, int end) => at >= end || _text[at] is ' ' or '\t';

    private int CloseOf(int open, int end)
    {
        var quote = _text[open];
        for (var at = open + 1; at < end; at++)
        {
            if (quote == '"' && _text[at] == '\\')
            {
                at++;
            }
            else if (_text[at] == quote)
            {
                if (quote == '"' || at + 1 >= end || _text[at + 1] != '\'')
                {
                    return at;
                }

                at++;
            }
        }

        return -1;
    }

    private SyntaxException? Close(int at)
    {
        if (_open.Count == 0)
        {
            return Unopened(at);
        }

        var bracket = _open.Peek();
        if (_text[at] == Closing(bracket))
        {
            _open.Pop();
            return null;
        }

        // Where an outer bracket is of this kind, the inner one is the one that was forgotten.
        return _open.Any(outer => Closing(outer) == _text[at]) ? Unclosed(bracket) : Unopened(at);
    }

    private char Closing(Bracket bracket) => _text[bracket.At] == '[' ? ']' : '}';

    private SyntaxException Unclosed(Bracket bracket) => new(SpecDescriptors.NotYaml, _lines.Span(bracket.At, bracket.At + 1),
        $"this {_text[bracket.At]} is not closed: add {Closing(bracket)} at the end of the value");

    private SyntaxException Unopened(int at) => new(SpecDescriptors.NotYaml, _lines.Span(at, at + 1),
        $"this {_text[at]} closes nothing: write {(_text[at] == ']' ? '[' : '{')} where it should begin, or remove it");

    /// <param name="Indent">Of the line on which it stands: what it holds is indented more.</param>
    private sealed record Bracket(int At, int Indent);
}
