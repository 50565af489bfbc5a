using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers;

/// <summary>Searches the text of a file without a copy of all of it.</summary>
internal static class TextSearch
{
    private const int Block = 4096;

    [ThreadStatic]
    private static char[]? s_buffer;

    /// <returns>-1 if the text does not contain the part.</returns>
    public static int IndexOf(this SourceText text, string part, TextSpan within)
    {
        var buffer = s_buffer ??= new char[Block];
        for (var start = within.Start; start + part.Length <= within.End; start += Block - part.Length + 1)
        {
            var length = Math.Min(Block, within.End - start);
            text.CopyTo(start, buffer, 0, length);
            if (buffer.AsSpan(0, length).IndexOf(part.AsSpan()) is >= 0 and var index)
            {
                return start + index;
            }
        }

        return -1;
    }

    /// <summary>The identifiers of a name in a node, whose text this is. The name of code that is being typed may be empty.</summary>
    public static IEnumerable<SyntaxToken> MentionsOf(this SourceText text, string name, SyntaxNode node)
    {
        if (name.Length == 0)
        {
            yield break;
        }

        var span = node.Span;
        for (var at = text.IndexOf(name, span); at >= 0; at = text.IndexOf(name, TextSpan.FromBounds(at + name.Length, span.End)))
        {
            var token = node.FindToken(at);
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name)
            {
                yield return token;
            }
        }
    }
}
