using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>Writes a JSON body as a form: <c>{"a":{"b":[1]}}</c> is <c>a[b][0]=1</c>. A form has no empty objects and lists, and no null.</summary>
internal ref struct FormBody
{
    public const string MediaType = "application/x-www-form-urlencoded";

    private readonly List<byte> _path;
    private JsonOutput _output;

    private FormBody(int capacity)
    {
        _path = [];
        _output = JsonOutput.Rent(capacity);
    }

    /// <param name="json">The body. Its buffer returns to the pool.</param>
    public static ApmBody Of(in ApmBody json)
    {
        if (json.IsNone)
        {
            return json;
        }

        var form = new FormBody(json.Length * 2);
        var reader = new Utf8JsonReader(json.Memory.Span);
        reader.Read();
        form.Value(ref reader);
        json.Return();
        return form._output.Detach();
    }

    private void Value(ref Utf8JsonReader reader)
    {
        var length = _path.Count;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    Push(Encoding.UTF8.GetBytes(reader.GetString()!), isFirst: length == 0);
                    reader.Read();
                    Value(ref reader);
                    Pop(length);
                }

                break;
            case JsonTokenType.StartArray:
                for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
                {
                    Push(Encoding.ASCII.GetBytes(index.ToString(CultureInfo.InvariantCulture)), isFirst: false);
                    Value(ref reader);
                    Pop(length);
                }

                break;
            case JsonTokenType.String:
                Pair(Encoding.UTF8.GetBytes(reader.GetString()!));
                break;
            case JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False:
                Pair(reader.ValueSpan);
                break;
        }
    }

    private readonly void Push(ReadOnlySpan<byte> name, bool isFirst)
    {
        if (!isFirst)
        {
            _path.Add((byte)'[');
        }

        foreach (var unit in name)
        {
            Encode(unit, _path);
        }

        if (!isFirst)
        {
            _path.Add((byte)']');
        }
    }

    private readonly void Pop(int length) => _path.RemoveRange(length, _path.Count - length);

    private void Pair(ReadOnlySpan<byte> value)
    {
        var length = _path.Count;
        _path.Add((byte)'=');
        foreach (var unit in value)
        {
            Encode(unit, _path);
        }

        _output.Raw(_output.Length == 0 ? default : "&"u8);
        _output.Raw(CollectionsMarshal.AsSpan(_path));
        Pop(length);
    }

    private static void Encode(byte unit, List<byte> target)
    {
        if (char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'*')
        {
            target.Add(unit);
        }
        else if (unit == ' ')
        {
            target.Add((byte)'+');
        }
        else
        {
            target.Add((byte)'%');
            target.Add((byte)"0123456789ABCDEF"[unit >> 4]);
            target.Add((byte)"0123456789ABCDEF"[unit & 15]);
        }
    }
}
