using System.Text;

namespace Apm.Specs;

/// <summary>Reads bodies of the media type <c>application/x-www-form-urlencoded</c> whose names have brackets, such as <c>a[b][0]=v</c>.</summary>
public static class FormText
{
    public const string MediaType = "application/x-www-form-urlencoded";

    private const int MaxDepth = 64;
    private const int MaxIndexLength = 4;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The form as a JSON object. A number in brackets is the index of a list, but in a map it is a name. All values are texts.</summary>
    /// <param name="form">The form.</param>
    /// <param name="maps">The paths of maps, in which <c>[]</c> stands for the items of a list.</param>
    /// <returns>Null if the text is not such a form, or has two values for one name.</returns>
    public static string? ToJson(string form, IReadOnlyCollection<string>? maps = null)
    {
        var root = new Node();
        foreach (var pair in form.Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=');
            if (Decoded(equals < 0 ? pair : pair.Substring(0, equals)) is not { } name
                || Decoded(equals < 0 ? "" : pair.Substring(equals + 1)) is not { } value
                || Path(name) is not { } path
                || !root.TryAdd(path, value, maps ?? []))
            {
                return null;
            }
        }

        var json = new StringBuilder();
        root.Write(json);
        return json.ToString();
    }

    private static string? Decoded(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || Digit(text[i + 1]) is not { } high || Digit(text[i + 2]) is not { } low)
                {
                    return null;
                }

                bytes.Add((byte)((high << 4) | low));
                i += 2;
            }
            else if (text[i] > '~')
            {
                return null;
            }
            else
            {
                bytes.Add(text[i] == '+' ? (byte)' ' : (byte)text[i]);
            }
        }

        try
        {
            return s_utf8.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => null,
    };

    // The name before the brackets, then the text in each of them.
    private static List<string>? Path(string name)
    {
        var bracket = name.IndexOf('[');
        var path = new List<string> { bracket < 0 ? name : name.Substring(0, bracket) };
        while (bracket >= 0)
        {
            var end = name.IndexOf(']', bracket);
            if (end < 0 || path.Count == MaxDepth || (end + 1 < name.Length && name[end + 1] != '['))
            {
                return null;
            }

            path.Add(name.Substring(bracket + 1, end - bracket - 1));
            bracket = end + 1 < name.Length ? end + 1 : -1;
        }

        return path[0].Length == 0 ? null : path;
    }

    private static bool IsIndex(string key) => key.Length is > 0 and <= MaxIndexLength && key.All(c => c is >= '0' and <= '9');

    private sealed class Node
    {
        private readonly List<(string Key, Node Value)> _members = [];
        private string? _text;
        private bool _isList;

        public bool TryAdd(IReadOnlyList<string> path, string value, IReadOnlyCollection<string> maps)
        {
            var node = this;
            var place = "";
            for (var depth = 0; depth < path.Count; depth++)
            {
                // Names without a number, such as a[]=1&a[]=2, are further items.
                var isAppended = depth > 0 && path[depth].Length == 0;
                var key = isAppended ? node._members.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : path[depth];
                var isItem = depth > 0 && IsIndex(key) && !maps.Contains(place);
                if (node._text is not null || (node._members.Count > 0 && node._isList != isItem))
                {
                    return false;
                }

                node._isList = isItem;
                var found = node._members.FirstOrDefault(member => member.Key == key).Value;
                if (found is null)
                {
                    node._members.Add((key, found = new Node()));
                }

                place = isItem ? place + "[]" : depth == 0 ? key : place + "." + key;
                node = found;
            }

            if (node._text is not null || node._members.Count > 0)
            {
                return false;
            }

            node._text = value;
            return true;
        }

        public void Write(StringBuilder json)
        {
            if (_text is not null)
            {
                ExchangeJson.Quote(_text, json);
                return;
            }

            var members = _isList ? _members.OrderBy(member => int.Parse(member.Key)).ToList() : _members;
            json.Append(_isList ? '[' : '{');
            for (var i = 0; i < members.Count; i++)
            {
                json.Append(i == 0 ? "" : ",");
                if (!_isList)
                {
                    ExchangeJson.Quote(members[i].Key, json);
                    json.Append(':');
                }

                members[i].Value.Write(json);
            }

            json.Append(_isList ? ']' : '}');
        }
    }
}
