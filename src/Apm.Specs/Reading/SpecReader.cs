using Apm.Specs.Diagnostics;
using Apm.Specs.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using ScalarStyle = Apm.Specs.Syntax.ScalarStyle;

namespace Apm.Specs.Reading;

/// <summary>YAML events to syntax. It is recursive, so the depth is bounded.</summary>
internal sealed class SpecReader
{
    public const int MaxDepth = 64;

    private readonly Parser _events;
    private readonly TextLines _lines;
    private readonly string _file;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly CancellationToken _cancellation;

    public SpecReader(string file, TextLines lines, List<SpecDiagnostic> diagnostics, CancellationToken cancellation)
    {
        _file = file;
        _lines = lines;
        _diagnostics = diagnostics;
        _cancellation = cancellation;
#pragma warning disable RS0030 // No I/O: the reader of a text that is in memory, which is what the parser takes.
        _events = new Parser(new System.IO.StringReader(lines.Text));
#pragma warning restore RS0030
    }

    /// <summary>The offset up to which the text was understood.</summary>
    public int Reached => (int)(_events.Current?.End.Index ?? 0);

    /// <exception cref="SyntaxException">The text is not YAML, or more of it than specs use.</exception>
    /// <exception cref="YamlException">The text is not YAML.</exception>
    /// <returns>Null for a text without a value.</returns>
    public SyntaxNode? Read()
    {
        Next();
        if (Next() is not DocumentStart start)
        {
            return null;
        }

        if (start.Version is not null)
        {
            throw new SyntaxException(SpecRules.NotYaml, At(start), "a spec has no YAML directives: remove the lines that begin with %");
        }

        Next();
        var root = Node(1);
        Next();
        if (Next() is DocumentStart second)
        {
            throw new SyntaxException(SpecRules.NotYaml, At(second), "a second YAML document begins here: put each spec into a file of its own");
        }

        return root;
    }

    private ParsingEvent Next()
    {
        _cancellation.ThrowIfCancellationRequested();
        _events.MoveNext();
        return _events.Current!;
    }

    private SyntaxNode Node(int depth)
    {
        var current = _events.Current!;
        if (current is AnchorAlias)
        {
            throw new SyntaxException(SpecRules.TooMuch, At(current), "specs have no aliases: write the value itself, or quote a text that begins with *");
        }

        var node = (NodeEvent)current;
        if (!node.Anchor.IsEmpty)
        {
            throw new SyntaxException(SpecRules.TooMuch, At(current), "specs have no anchors: remove it, or quote a text that begins with &");
        }

        if (!node.Tag.IsEmpty)
        {
            throw new SyntaxException(SpecRules.NotYaml, At(current), "specs have no YAML tags: remove it, or quote a text that begins with !");
        }

        if (depth > MaxDepth)
        {
            throw new SyntaxException(SpecRules.TooMuch, At(current), $"more than {MaxDepth} values lie within each other here");
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
        var start = (int)scalar.Start.Index;
        var end = (int)scalar.End.Index;
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
            throw OpenEnds.UnclosedQuote(_lines, start);
        }

        if (style == ScalarStyle.Plain && span.Length > 1 && _lines.Text[span.Start + span.Length - 1] is '"' or '\'' && IsOdd(scalar.Value, scalar.Value[scalar.Value.Length - 1]))
        {
            var quote = span.Start + span.Length - 1;
            throw new SyntaxException(SpecRules.NotYaml, _lines.Span(quote, quote + 1),
                $"this quote ends a text that begins without one: write {_lines.Text[quote]} before the text, too, or remove it");
        }

        return new ScalarSyntax(scalar.Value, style, span);
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
        var items = new List<SyntaxNode>();
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
                throw new SyntaxException(SpecRules.NotYaml, at, "a key is a text: quote it, or write 'key: value'");
            }

            Next();
            var value = Node(depth + 1);
            if (key is { Style: ScalarStyle.Plain, Value: "<<" })
            {
                throw new SyntaxException(SpecRules.TooMuch, key.Span, "specs have no merge keys: write the members themselves");
            }

            if (seen.TryGetValue(key.Value, out var first))
            {
                _diagnostics.Add(new SpecDiagnostic(SpecRules.DeclaredTwice, new SpecLocation(_file, key.Span),
                    $"{Quote.Of(key.Value)} stands here a second time; the first is on line {first.Span.Line + 1}: keep one of them")
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

    private SpecSpan At(ParsingEvent current) =>
        _lines.Span((int)current.Start.Index, Math.Max((int)current.Start.Index + 1, Trim((int)current.Start.Index, (int)current.End.Index)));

    // The parser's own end of a bracket lies before the bracket.
    private SpecSpan Whole(ParsingEvent start)
    {
        var end = (int)_events.Current!.Start.Index;
        return _lines.Span((int)start.Start.Index, end < _lines.Text.Length && _lines.Text[end] is ']' or '}' ? end + 1 : end);
    }
}
