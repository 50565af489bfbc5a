namespace Apm.Specs;

/// <summary>
/// Follows brackets and quotes through a text that the YAML parser refused. The parser notices an open bracket or quote far
/// below its place, at the next quote or at the end of the text.
/// </summary>
/// <remarks>It knows less of YAML than the parser does, so it explains texts that the parser refused, and refuses none itself.</remarks>
internal sealed class OpenEnds
{
    private readonly TextLines _lines;
    private readonly string _text;
    private readonly int _place;
    private readonly Stack<Bracket> _open = new();
    private int _blockText = -1;
    private (Bracket Of, int Comment)? _hidden;
    private bool _closedBefore;
    private bool _isPlacePassed;

    /// <param name="lines">The text.</param>
    /// <param name="place">Where the parser stopped.</param>
    public OpenEnds(TextLines lines, int place)
    {
        _lines = lines;
        _text = lines.Text;
        _place = place;
        Problem = Find() is { } problem && problem.Span.Start <= place ? problem : null;
    }

    /// <summary>The first unclosed bracket or quote, or the first one that is closed but not opened; null if there is none before the place.</summary>
    public SyntaxException? Problem { get; }

    /// <summary>Whether a bracket is open at the place.</summary>
    public bool IsInBrackets { get; private set; }

    private SyntaxException? Find()
    {
        for (var line = 0; line < _lines.Count; line++)
        {
            if (Line(_lines.Start(line), _lines.End(line)) is { } problem)
            {
                return problem;
            }
        }

        Pass(_text.Length);
        return _open.Count > 0 ? Unclosed(_open.Peek()) : null;
    }

    private void Pass(int at)
    {
        if (at >= _place && !_isPlacePassed)
        {
            _isPlacePassed = true;
            IsInBrackets = _open.Count > 0;
        }
    }

    private SyntaxException? Line(int start, int end)
    {
        Pass(start);
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

    // The lines after | or > belong to the text.
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
            Pass(at);
            var c = _text[at];
            if (c is ' ' or '\t')
            {
                at++;
            }
            else if (c == '#' && IsCommentAfter(_text[at - 1]))
            {
                NoteHidden(at, end);
                return null;
            }
            else if (isStart && c == '!')
            {
                // A tag ends at the next blank, also within brackets.
                while (!IsGap(at, end))
                {
                    at++;
                }
            }
            else if (isStart && c is '"' or '\'')
            {
                var close = CloseOf(at, end);
                if (close < 0)
                {
                    return YamlErrorText.UnclosedQuote(_lines, at);
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
                if (isStart && _open.Count == 0 && parent < at - lineStart)
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

    // The parser takes what follows an opening bracket for a comment, too.
    private bool IsCommentAfter(char before) => before is ' ' or '\t' || (_open.Count > 0 && before is '[' or '{');

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

        // If an outer bracket is of this kind, the inner one is not closed.
        return _open.Any(outer => Closing(outer) == _text[at]) ? Unclosed(bracket) : Unopened(at);
    }

    private char Closing(Bracket bracket) => _text[bracket.At] == '[' ? ']' : '}';

    // A comment that contains the end of the bracket was probably meant as a text.
    private void NoteHidden(int comment, int end)
    {
        if (_hidden is null && _open.Count > 0 && _text.IndexOf(Closing(_open.Peek()), comment, end - comment) >= 0)
        {
            _hidden = (_open.Peek(), comment);
        }
    }

    private SyntaxException Unclosed(Bracket bracket) => _hidden is { } hidden && hidden.Of == bracket
        ? new(SpecDescriptors.NotYaml, _lines.Span(hidden.Comment, hidden.Comment + 1),
            $"this # begins a comment, so the {Closing(bracket)} behind it does not count: quote the text that contains #")
        : new(SpecDescriptors.NotYaml, _lines.Span(bracket.At, bracket.At + 1),
        $"this {_text[bracket.At]} is not closed: add {Closing(bracket)} at the end of the value");

    private SyntaxException Unopened(int at) => new(SpecDescriptors.NotYaml, _lines.Span(at, at + 1),
        $"this {_text[at]} has no opening bracket: write {(_text[at] == ']' ? '[' : '{')} where the value begins, or remove it");

    /// <param name="Indent">The indentation of its line. The content of the bracket is indented more.</param>
    private sealed record Bracket(int At, int Indent);
}
