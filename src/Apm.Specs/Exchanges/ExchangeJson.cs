using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>JSON that an author writes as YAML. A plain scalar is a number, true, false or null, as in JSON; any other scalar is a text.</summary>
internal static class ExchangeJson
{
    private static readonly Regex s_number = new(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant);

    public static string Write(SpecNode node)
    {
        var json = new StringBuilder();
        Write(node, json);
        return json.ToString();
    }

    private static void Write(SpecNode node, StringBuilder json)
    {
        switch (node)
        {
            case MappingSyntax mapping:
                Write('{', mapping.Entries, '}', json, entry =>
                {
                    Quote(entry.Key.Value, json);
                    json.Append(':');
                    Write(entry.Value, json);
                });
                break;
            case SequenceSyntax sequence:
                Write('[', sequence.Items, ']', json, item => Write(item, json));
                break;
            case ScalarSyntax { IsNull: true }:
                json.Append("null");
                break;
            case ScalarSyntax scalar when YamlBoolean.Of(scalar) is { } boolean:
                json.Append(boolean ? "true" : "false");
                break;
            case ScalarSyntax { Style: ScalarStyle.Plain } plain when s_number.IsMatch(plain.Value):
                json.Append(plain.Value);
                break;
            case ScalarSyntax text:
                Quote(text.Value, json);
                break;
        }
    }

    private static void Write<T>(char begin, IReadOnlyList<T> items, char end, StringBuilder json, Action<T> write)
    {
        json.Append(begin);
        for (var i = 0; i < items.Count; i++)
        {
            json.Append(i == 0 ? "" : ",");
            write(items[i]);
        }

        json.Append(end);
    }

    public static void Quote(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\')
            {
                json.Append('\\').Append(character);
            }
            else if (character < ' ' || char.IsSurrogate(character))
            {
                json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                json.Append(character);
            }
        }

        json.Append('"');
    }
}
