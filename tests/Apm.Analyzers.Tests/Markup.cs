using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Apm.Analyzers.Tests;

/// <summary>Code in which <c>{|APM1001:"USD"|}</c> marks where a diagnostic must be.</summary>
internal sealed record Markup(string Code, IReadOnlyList<(string Id, TextSpan Span)> Marks)
{
    public static Markup Parse(string markup)
    {
        var code = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var marks = new List<(string, TextSpan)>();
        for (var index = 0; index < markup.Length; index++)
        {
            var rest = markup.AsSpan(index);
            if (rest.StartsWith("{|APM", StringComparison.Ordinal))
            {
                var colon = rest.IndexOf(':');
                open.Push((rest[2..colon].ToString(), code.Length));
                index += colon;
            }
            else if (rest.StartsWith("|}", StringComparison.Ordinal) && open.Count > 0)
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, code.Length)));
                index++;
            }
            else
            {
                code.Append(markup[index]);
            }
        }

        return new Markup(code.ToString(), marks);
    }
}
