using System.Text;
using System.Text.Json.Nodes;

namespace Apm;

/// <summary>Reads a form as a JSON object: <c>a[b][0]=1</c> is <c>{"a":{"b":["1"]}}</c>. All values are texts.</summary>
internal static class FormReader
{
    private const int MaxDepth = 32;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Null if it is not such a form, or has two values for one name.</returns>
    public static byte[]? ToJson(ReadOnlySpan<byte> form)
    {
        var root = new JsonObject();
        while (!form.IsEmpty)
        {
            var end = form.IndexOf((byte)'&');
            var pair = end < 0 ? form : form[..end];
            form = end < 0 ? [] : form[(end + 1)..];
            if (pair.IsEmpty)
            {
                continue;
            }

            var sign = pair.IndexOf((byte)'=');
            if (Decoded(sign < 0 ? pair : pair[..sign]) is not { } name
                || Decoded(sign < 0 ? [] : pair[(sign + 1)..]) is not { } value
                || Path(name) is not { } path
                || !TryAdd(root, path, value))
            {
                return null;
            }
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static bool TryAdd(JsonObject root, List<string> path, string value)
    {
        JsonNode node = root;
        for (var depth = 0; depth < path.Count; depth++)
        {
            var isLast = depth == path.Count - 1;
            var child = Child(node, path[depth]);
            if (isLast ? child is not null : child is JsonValue)
            {
                return false;
            }

            if (child is null)
            {
                child = isLast ? JsonValue.Create(value) : IsIndex(path[depth + 1]) ? new JsonArray() : new JsonObject();
                if (!TryPut(node, path[depth], child))
                {
                    return false;
                }
            }

            node = child;
        }

        return true;
    }

    private static JsonNode? Child(JsonNode node, string key) => node switch
    {
        JsonObject members => members[key],
        JsonArray items when int.TryParse(key, out var index) && index < items.Count => items[index],
        _ => null,
    };

    // Items come in their order. A name without a number, such as a[]=1, is the next item.
    private static bool TryPut(JsonNode node, string key, JsonNode child)
    {
        switch (node)
        {
            case JsonObject members:
                members[key] = child;
                return true;
            case JsonArray items when key.Length == 0 || (IsIndex(key) && int.Parse(key, System.Globalization.CultureInfo.InvariantCulture) == items.Count):
                items.Add(child);
                return true;
            default:
                return false;
        }
    }

    private static bool IsIndex(string key) => key.Length <= 4 && key.All(char.IsAsciiDigit);

    private static List<string>? Path(string name)
    {
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        var path = new List<string> { bracket < 0 ? name : name[..bracket] };
        while (bracket >= 0)
        {
            var end = name.IndexOf(']', bracket);
            if (end < 0 || path.Count == MaxDepth || (end + 1 < name.Length && name[end + 1] != '['))
            {
                return null;
            }

            path.Add(name[(bracket + 1)..end]);
            bracket = end + 1 < name.Length ? end + 1 : -1;
        }

        return path[0].Length == 0 ? null : path;
    }

    private static string? Decoded(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != (byte)'%')
            {
                bytes[length++] = text[i] == (byte)'+' ? (byte)' ' : text[i];
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit((char)text[i + 1]) && char.IsAsciiHexDigit((char)text[i + 2]))
            {
                bytes[length++] = Convert.FromHexString([(char)text[i + 1], (char)text[i + 2]])[0];
                i += 2;
            }
            else
            {
                return null;
            }
        }

        try
        {
            return s_utf8.GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
