using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>
/// A request that is read with the generated type. Reading ends at the first member that the type cannot hold, so this member gets a
/// value of another type until the rest is read, too.
/// </summary>
internal sealed partial class RequestReading
{
    private const int MaxErrors = 50;

    // The texts are also addresses and currencies. An amount in a currency without known decimals could not be read.
    private static readonly string[] s_values =
    [
        "1",
        "\"KWD\"",
        "\"kwd\"",
        "true",
        "\"2026-01-31\"",
        "\"2026-01-31T12:00:00Z\"",
        "{}",
        "[]",
        "\"1\"",
        "\"1.000000000000000\"",
        "\"true\"",
    ];

    // In a form, numbers and booleans are texts.
    private readonly HashSet<string> _retyped = [];

    private readonly GeneratedMethod _method;
    private readonly Type _type;
    private readonly JsonNode? _json;
    private readonly List<string> _replaced = [];

    // Outside of a body, everything is a text.
    private readonly ICollection<string> _outside;

    private readonly string _currency;

    private RequestReading(GeneratedMethod method, Type type, string json, ICollection<string> outside, string currency) =>
        (_method, _type, _json, _outside, _currency) = (method, type, JsonNode.Parse(json), outside, currency);

    /// <summary>Null if the type cannot hold the request.</summary>
    public object? Request { get; private set; }

    /// <summary>The paths of members that the type cannot hold.</summary>
    public IReadOnlyList<string> Unreadable => _replaced;

    /// <summary>The request, with other values in place of those that the type cannot hold.</summary>
    public string Json => _json?.ToJsonString() ?? "null";

    /// <param name="method">The method.</param>
    /// <param name="type">The type of the request.</param>
    /// <param name="json">The recorded request.</param>
    /// <param name="outside">The paths of members that are sent outside of the body.</param>
    /// <param name="currency">The currency of the payment, which a body does not have beside an amount.</param>
    public static RequestReading Of(GeneratedMethod method, Type type, string json, ICollection<string> outside, string currency)
    {
        var reading = new RequestReading(method, type, json, outside, currency);
        while (reading.Error() is { } path && reading._replaced.Count < MaxErrors)
        {
            if (reading.Retype(path) || reading.AddCurrency(path))
            {
                continue;
            }

            if (!reading.IsReplaced(path))
            {
                reading._replaced.Add(path);
            }

            if (!reading.Replace(path))
            {
                break;
            }
        }

        return reading;
    }

    /// <summary>Whether a member is one whose value was replaced, or belongs to one.</summary>
    public bool IsReplaced(string path) => _replaced.Any(replaced =>
        path.StartsWith(replaced, StringComparison.Ordinal) && (path.Length == replaced.Length || path[replaced.Length] is '.' or '['));

    // The path of the first member that the type cannot hold.
    private string? Error()
    {
        try
        {
            Request = _method.Read(Json, _type);
            return null;
        }
        catch (JsonException problem)
        {
            return problem.Path ?? "$";
        }
    }

    // The text at the path becomes the number or the boolean that it is.
    private bool Retype(string path)
    {
        var steps = StepsOf(path);
        var text = steps.Aggregate(_json, Member) is JsonValue value && value.TryGetValue<string>(out var found) ? found : null;
        return (_method.Profile.MediaType == FormText.MediaType || _outside.Contains(path))
            && steps.Count > 0
            && text is not null
            && (text is "true" or "false" || Number().IsMatch(text))
            && _retyped.Add(path)
            && Set(steps.Take(steps.Count - 1).Aggregate(_json, Member), steps[^1], JsonNode.Parse(text));
    }

    // Generated types read the currency of the payment beside the amount.
    private bool AddCurrency(string path)
    {
        var steps = StepsOf(path);
        return steps.Count > 0
            && steps[^1] == MoneyModel.CurrencyOfPayment
            && steps.Take(steps.Count - 1).Aggregate(_json, Member) is JsonObject parent
            && parent.TryAdd(MoneyModel.CurrencyOfPayment, JsonValue.Create(_method.CodeOf(_currency)));
    }

    private static bool Set(JsonNode? parent, string name, JsonNode? value)
    {
        switch (parent)
        {
            case JsonObject members:
                members[name] = value;
                return true;
            case JsonArray items when Index(name) is { } index && index < items.Count:
                items[index] = value;
                return true;
            default:
                return false;
        }
    }

    private static List<string> StepsOf(string path) => [.. Steps().Matches(path).Select(step => step.Value.Trim('.', '[', ']'))];

    private bool Replace(string path)
    {
        var steps = StepsOf(path);
        if (steps.Count == 0)
        {
            return false;
        }

        var parent = steps.Take(steps.Count - 1).Aggregate(_json, Member);
        foreach (var value in s_values)
        {
            if (!Set(parent, steps[^1], JsonNode.Parse(value)))
            {
                return false;
            }

            if (Error() != path)
            {
                return true;
            }
        }

        return false;
    }

    private static JsonNode? Member(JsonNode? node, string name) => node switch
    {
        JsonObject members => members[name],
        JsonArray items when Index(name) is { } index && index < items.Count => items[index],
        _ => null,
    };

    private static int? Index(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    [GeneratedRegex(@"\.[^.\[\]]+|\[[0-9]+\]")]
    private static partial Regex Steps();

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?\z")]
    private static partial Regex Number();
}
