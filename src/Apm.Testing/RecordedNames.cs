using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>The values in recorded requests that the spec names, such as the setting <c>merchant.account</c>.</summary>
internal sealed class RecordedNames
{
    private readonly Dictionary<string, JsonNode> _values = new(StringComparer.Ordinal);

    /// <summary>The value of a name as a text; null if no request has it.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) is { } value
        ? value is JsonValue scalar && scalar.TryGetValue<string>(out var text) ? text : value.ToJsonString()
        : null;

    /// <summary>The settings of the merchant.</summary>
    public IEnumerable<(string Name, string? Value)> Settings() =>
        from name in _values.Keys
        let setting = ValueName.Setting(name)
        where setting is not null
        select (setting, Text(name));

    /// <summary>The query string of the address at which the customer returned.</summary>
    public string Returned() => string.Join('&', _values.Keys
        .Select(name => (Parameter: ValueName.Parameter(name), Value: Text(name)))
        .Where(one => one is { Parameter: not null, Value: not null })
        .Select(one => $"{Uri.EscapeDataString(one.Parameter!)}={Uri.EscapeDataString(one.Value!)}"));

    /// <summary>The value of a name as JSON.</summary>
    public JsonNode? Node(string name) => _values.GetValueOrDefault(name);

    /// <summary>Adds the values in the address, the headers and the body of a request.</summary>
    public void Add(GeneratedMethod method, ExchangeStep step)
    {
        if (step.Message is not { } message || step.Operation is not { } id || method.Operation(id) is not { } operation)
        {
            return;
        }

        if (operation.Path is { } path && message.Address is { } address)
        {
            Add(path, address.Path);
        }

        foreach (var template in method.Profile.HeaderTemplates)
        {
            foreach (var (name, value) in message.Header(template.Key) is { } text ? NameTemplate.Values(template.Value, text) ?? [] : [])
            {
                _values.TryAdd(name, value);
            }
        }

        if (method.Profile.IdempotencyKey is { Header: { } header } && message.Header(header) is { } recorded)
        {
            _values[ValueName.Key] = recorded;
        }

        if (Json(method, message) is { } json && method.Placeholders(id, json) is { } placeholders)
        {
            Add(placeholders, JsonNode.Parse(json));
        }
    }

    /// <summary>A body in which each name is replaced with the value at the same place of a recorded body.</summary>
    /// <param name="written">The body with names in braces.</param>
    /// <param name="recorded">The recorded body.</param>
    /// <param name="isReplaced">The names that are replaced.</param>
    public static string Fill(string written, string recorded, Func<string, bool> isReplaced) =>
        Fill(JsonNode.Parse(written), JsonNode.Parse(recorded), isReplaced)?.ToJsonString() ?? "null";

    /// <summary>The sent body with the recorded time and key, which are others in each call.</summary>
    /// <param name="sent">The sent body.</param>
    /// <param name="written">The same body with names in braces.</param>
    /// <param name="recorded">The recorded body.</param>
    public static string Merge(string sent, string written, string recorded) =>
        Merge(JsonNode.Parse(sent), JsonNode.Parse(written), JsonNode.Parse(recorded))?.ToJsonString() ?? "null";

    private static JsonNode? Merge(JsonNode? sent, JsonNode? written, JsonNode? recorded)
    {
        switch (sent, written, recorded)
        {
            case (JsonObject one, JsonObject names, JsonObject other):
                return new JsonObject(one.Select(member => KeyValuePair.Create(member.Key, Merge(member.Value, names[member.Key], other[member.Key]))));
            case (JsonArray one, JsonArray names, JsonArray other) when one.Count == other.Count && names.Count == one.Count:
                return new JsonArray([.. one.Select((item, index) => Merge(item, names[index], other[index]))]);
            case (_, _, { } found) when NameOf(written) is ValueName.Now or ValueName.Key:
                return found.DeepClone();
            default:
                return sent?.DeepClone();
        }
    }

    /// <summary>The name that a text in braces is; null for another value.</summary>
    public static string? NameOf(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text is ['{', .. var name, '}'] && IsName(name) ? name : null;

    private static bool IsName(string name) => name is ValueName.Now or ValueName.Key
        || new[] { ValueName.Merchant, ValueName.Return, "payment.", "refund.", "capture." }.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private static string? Json(GeneratedMethod method, ExchangeMessage message) => message.Body switch
    {
        { Kind: ExchangeBodyKind.Json } json => json.Text,
        { Kind: ExchangeBodyKind.Form } form when method.Profile.MediaType == FormText.MediaType => FormText.ToJson(form.Text),
        _ => null,
    };

    private void Add(JsonNode? written, JsonNode? recorded)
    {
        switch (written, recorded)
        {
            case (JsonObject one, JsonObject other):
                foreach (var (name, value) in one)
                {
                    Add(value, other[name]);
                }

                break;
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                for (var i = 0; i < one.Count; i++)
                {
                    Add(one[i], other[i]);
                }

                break;
            case (_, { } found) when NameOf(written) is { } name:
                _values.TryAdd(name, found.DeepClone());
                break;
        }
    }

    // Each name is one segment, or one value of the query string.
    private void Add(string template, string address)
    {
        var (expected, actual) = (template.Split('?')[0].Split('/'), address.Split('?')[0].Split('/'));
        if (expected.Length == actual.Length)
        {
            foreach (var (name, value) in expected.Zip(actual))
            {
                AddPart(name, Uri.UnescapeDataString(value));
            }
        }

        var sent = QueryText.Read(address[address.Split('?')[0].Length..]);
        foreach (var (parameter, name) in QueryText.Read(template[template.Split('?')[0].Length..]))
        {
            if (sent.FirstOrDefault(other => other.Key == parameter).Value is { } value)
            {
                AddPart(name, value);
            }
        }
    }

    private void AddPart(string name, string value)
    {
        if (name is ['{', .. var inner, '}'] && value.Length > 0)
        {
            _values.TryAdd(inner == "id" ? ValueName.PaymentId : inner, value);
        }
    }

    private static JsonNode? Fill(JsonNode? written, JsonNode? recorded, Func<string, bool> isReplaced)
    {
        switch (written, recorded)
        {
            case (JsonObject one, JsonObject other):
                return new JsonObject(one
                    .Where(member => other.ContainsKey(member.Key)
                        || (ValueName.Setting(NameOf(member.Value)) is null && member.Key != MoneyModel.CurrencyOfPayment))
                    .Select(member => KeyValuePair.Create(member.Key, Fill(member.Value, other[member.Key], isReplaced))));
            case (JsonArray one, JsonArray other) when one.Count == other.Count:
                return new JsonArray([.. one.Select((item, index) => Fill(item, other[index], isReplaced))]);
            case (_, { } found) when NameOf(written) is { } name && isReplaced(name):
                return found.DeepClone();
            default:
                return written?.DeepClone();
        }
    }
}
