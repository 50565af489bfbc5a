using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Apm.Specs;

/// <summary>YAML events to syntax. It is recursive, so the depth is bounded.</summary>
internal sealed class YamlParser
{
    public const int MaxDepth = 64;
    private const int MaxRepeated = 100;
    private const int MaxReported = 100;

    // No spec needs more, and the text is repeated in generated code.
    private const int MaxKeyLength = 500;
    private const int MaxTextLength = 2000;

    private const string ByteOrderMark = "\ufeff";

    private readonly Parser _events;
    private readonly int _offset;
    private readonly TextLines _lines;
    private readonly string _file;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly CancellationToken _cancellation;

    public YamlParser(string file, TextLines lines, List<SpecDiagnostic> diagnostics, CancellationToken cancellation)
    {
        _file = file;
        _lines = lines;
        _diagnostics = diagnostics;
        _cancellation = cancellation;
        _offset = lines.Text.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? ByteOrderMark.Length : 0;
#pragma warning disable RS0030 // No I/O: the reader of a text that is in memory, which is what the parser takes.
        _events = new Parser(new System.IO.StringReader(lines.Text.Substring(_offset)));
#pragma warning restore RS0030
    }

    /// <exception cref="SyntaxException">The text is not YAML, or more of it than specs use.</exception>
    /// <exception cref="YamlException">The text is not YAML: see <see cref="Explain"/>.</exception>
    /// <returns>Null for a text without a value.</returns>
    public SpecNode? Read()
    {
        Next();
        if (Next() is not DocumentStart start)
        {
            return null;
        }

        if (start.Version is not null)
        {
            throw new SyntaxException(SpecDescriptors.NotYaml, At(start), "a spec cannot have YAML directives: remove the lines that begin with %");
        }

        Next();
        var root = Node(1);
        Next();
        if (Next() is DocumentStart second)
        {
            throw new SyntaxException(SpecDescriptors.NotYaml, At(second), "a second YAML document begins here: put each spec into a separate file");
        }

        return root;
    }

    private ParsingEvent Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        _events.MoveNext();
        return _events.Current!;
    }

    private SpecNode Node(int depth)
    {
        var current = _events.Current!;
        if (current is AnchorAlias)
        {
            throw new SyntaxException(
                SpecDescriptors.TooMuch,
                At(current),
                "a spec cannot have aliases: write the value itself, or quote a text that begins with *");
        }

        var node = (NodeEvent)current;
        if (!node.Anchor.IsEmpty)
        {
            throw new SyntaxException(SpecDescriptors.TooMuch, At(current), "a spec cannot have anchors: remove it, or quote a text that begins with &");
        }

        if (!node.Tag.IsEmpty)
        {
            throw new SyntaxException(SpecDescriptors.NotYaml, At(current), "a spec cannot have YAML tags: remove it, or quote a text that begins with !");
        }

        if (depth > MaxDepth)
        {
            throw new SyntaxException(SpecDescriptors.TooMuch, At(current), $"more than {MaxDepth} values are nested here");
        }

        return node switch
        {
            Scalar scalar => Scalar(scalar),
            SequenceStart sequence => Sequence(sequence, depth),
            _ => Mapping((MappingStart)node, depth),
        };
    }

    private ScalarSyntax Scalar(Scalar scalar)
    {
        var start = Start(scalar);
        var end = End(scalar);
        var style = scalar.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
            YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
            YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
            YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
            _ => ScalarStyle.Plain,
        };
        var span = _lines.Span(start, Trim(start, end));
        if (style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted && span.Line != span.EndLine)
        {
            throw YamlErrorText.UnclosedQuote(_lines, start);
        }

        if (style == ScalarStyle.Plain
            && span.Length > 1
            && _lines.Text[span.Start + span.Length - 1] is '"' or '\''
            && IsOdd(scalar.Value, scalar.Value[scalar.Value.Length - 1]))
        {
            throw YamlErrorText.UnopenedQuote(_lines, span.Start + span.Length - 1);
        }

        if (scalar.Value.Length > MaxTextLength)
        {
            throw new SyntaxException(
                SpecDescriptors.TooMuch,
                _lines.Span(start, start + 1),
                $"this text has more than {MaxTextLength} characters: shorten it");
        }

        return style == ScalarStyle.Plain ? Plain(scalar.Value, span) : new ScalarSyntax(scalar.Value, style, span);
    }

    private ScalarSyntax Plain(string value, SpecSpan span)
    {
        foreach (var (rule, place, message) in PlainText.Problems(_lines, value, span).TakeWhile(_ => _diagnostics.Count < MaxReported))
        {
            _diagnostics.Add(new SpecDiagnostic(rule, new SpecLocation(_file, place), message));
        }

        return new ScalarSyntax(value.Trim(), ScalarStyle.Plain, span);
    }

    private static bool IsOdd(string text, char quote) => text.Count(c => c == quote) % 2 == 1;

    private int Trim(int start, int end)
    {
        end = Math.Min(end, _lines.Text.Length);
        while (end > start && char.IsWhiteSpace(_lines.Text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private SequenceSyntax Sequence(SequenceStart start, int depth)
    {
        var items = new List<SpecNode>();
        while (Next() is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        return new SequenceSyntax(items, start.Style == SequenceStyle.Flow ? Whole(start) : At(start));
    }

    private MappingSyntax Mapping(MappingStart start, int depth)
    {
        var isFlow = start.Style == MappingStyle.Flow;
        var entries = new List<MappingEntry>();
        var seen = new Dictionary<string, ScalarSyntax>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            var at = At(_events.Current!);
            if (Node(depth + 1) is not ScalarSyntax key)
            {
                throw new SyntaxException(SpecDescriptors.NotYaml, at, "a key must be a text: quote it, or write 'key: value'");
            }

            if (key.Value.Length > MaxKeyLength)
            {
                throw new SyntaxException(
                    SpecDescriptors.TooMuch,
                    _lines.Span(key.Span.Start, key.Span.Start + 1),
                    $"this key has more than {MaxKeyLength} characters: shorten it");
            }

            Next();
            var value = Node(depth + 1);
            if (key is { Style: ScalarStyle.Plain, Value: "<<" })
            {
                throw new SyntaxException(SpecDescriptors.TooMuch, key.Span, "a spec cannot have merge keys: write the members themselves");
            }

            if (seen.TryGetValue(key.Value, out var first))
            {
                // The second 000 of 1,000,000. The first one is reported.
                if (isFlow && key.Value.All(char.IsDigit) && value is ScalarSyntax { IsNull: true, Span.Length: 0 })
                {
                    continue;
                }

                if (_diagnostics.Count(diagnostic => diagnostic.Rule == SpecDescriptors.DeclaredTwice) == MaxRepeated)
                {
                    throw new SyntaxException(
                        SpecDescriptors.TooMuch,
                        key.Span,
                        $"more than {MaxRepeated} keys of this file are repeated: remove the repetitions");
                }

                _diagnostics.Add(new SpecDiagnostic(SpecDescriptors.DeclaredTwice, new SpecLocation(_file, key.Span),
                    $"{MessageText.Of(key.Value)} is repeated here; the first is on line {first.Span.Line + 1}: remove one of the two")
                {
                    Related = new SpecLocation(_file, first.Span),
                });
                continue;
            }

            seen.Add(key.Value, key);
            entries.Add(new MappingEntry(key, value));
        }

        var span = isFlow ? Whole(start) : entries.Count > 0 ? entries[0].Key.Span : At(start);
        return new MappingSyntax(entries, isFlow, span);
    }

    private SpecSpan At(ParsingEvent current) => _lines.Span(Start(current), Math.Max(Start(current) + 1, Trim(Start(current), End(current))));

    // The parser's end of a list is before its bracket.
    private SpecSpan Whole(ParsingEvent start) => _lines.Span(Start(start), Start(_events.Current!) + 1);

    private int Start(ParsingEvent current) => (int)current.Start.Index + _offset;

    private int End(ParsingEvent current) => (int)current.End.Index + _offset;

    /// <summary>The reason why <see cref="Read"/> stopped.</summary>
    public SyntaxException Explain(Exception problem)
    {
        var yaml = problem as YamlException;
        var at = yaml is null ? null : (int?)((int)yaml.Start.Index + _offset);
        return YamlErrorText.Explain(_lines, at, problem.Message);
    }
}
