using System.Text;

namespace Apm.Generators;

/// <summary>Writes C# with the current indent. A raw string literal with several lines is written at that indent.</summary>
internal sealed class CodeWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indent;

    public void Line() => _text.Append('\n');

    public void Line(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Length > 0)
            {
                _text.Append(' ', line[0] == '#' ? 0 : _indent * IndentSize).Append(line);
            }

            _text.Append('\n');
        }
    }

    /// <summary>Writes the line and an opening brace, and on disposal the closing brace with the text after it.</summary>
    public Block Block(string line, string close = "}")
    {
        Line(line);
        Line("{");
        _indent++;
        return new Block(this, close);
    }

    /// <summary>Writes items with a blank line between them.</summary>
    public void Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                Line();
            }

            first = false;
            write(item);
        }
    }

    public override string ToString() => _text.ToString();

    internal void Close(string close)
    {
        _indent--;
        Line(close);
    }
}

internal readonly struct Block(CodeWriter writer, string close) : IDisposable
{
    public void Dispose() => writer.Close(close);
}
