using System.Text;
using System.Text.Json;
using Apm.Specs;

namespace Apm.SpecMutation;

/// <summary>Writes the syntax of a spec as YAML, on one line.</summary>
internal static class SpecText
{
    public static string Of(SpecNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, SpecNode node)
    {
        switch (node)
        {
            case MappingSyntax map:
                WriteAll(text, '{', map.Entries, '}', entry =>
                {
                    text.Append(Quoted(entry.Key.Value)).Append(": ");
                    Write(text, entry.Value);
                });
                break;
            case SequenceSyntax list:
                WriteAll(text, '[', list.Items, ']', item => Write(text, item));
                break;
            case ScalarSyntax scalar:
                text.Append(scalar.IsNull ? "null" : IsPlain(scalar) ? scalar.Value : Quoted(scalar.Value));
                break;
        }
    }

    private static void WriteAll<T>(StringBuilder text, char open, IReadOnlyList<T> items, char close, Action<T> write)
    {
        text.Append(open);
        for (var index = 0; index < items.Count; index++)
        {
            text.Append(index == 0 ? "" : ", ");
            write(items[index]);
        }

        text.Append(close);
    }

    // Numbers, dates and words must not become texts.
    private static bool IsPlain(ScalarSyntax scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or '+' or '$');

    // A JSON string is a double-quoted scalar of YAML.
    private static string Quoted(string value) => $"\"{JsonEncodedText.Encode(value)}\"";
}
