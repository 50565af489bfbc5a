using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>Reads a gateway's error body. It never throws: a member that it cannot read is null.</summary>
internal static class GatewayErrorReader
{
    private const int MaxDetails = 100;

    public static ApmGatewayException Read(ApiProfile profile, string operation, BufferedResponse answer, Exception? cause = null)
    {
        var shape = profile.Errors;
        string? name = null;
        string? message = null;
        IReadOnlyList<ApmGatewayError> details = [];
        if (TryParse(answer.Body, out var root))
        {
            name = Text(root, shape.Name) ?? shape.OtherNames.Select(path => Text(root, path)).FirstOrDefault(text => text is not null);
            message = Text(root, shape.Message);
            details = Details(root, shape);
        }

        // A query sends no reference, so the gateway cannot know it already.
        var duplicate = !ApmOperation.IsQuery(operation)
            && (profile.UnnamedDuplicateReference?.Is((int)answer.Status, name) == true
                || (profile.DuplicateReferenceError is { } known
                    && (string.Equals(name, known, StringComparison.Ordinal)
                        || details.Any(detail => string.Equals(detail.ErrorName, known, StringComparison.Ordinal)))));
        var reused = profile.IdempotencyKey is { } key
            && (key.UnnamedReused?.Is((int)answer.Status, name) == true
                || (key.ReusedError is { } error && string.Equals(name, error, StringComparison.Ordinal)));
        return new ApmGatewayException(
            profile.Name,
            operation,
            answer.Status,
            name,
            message,
            details,
            answer.CorrelationId,
            duplicate,
            reused,
            PaymentJson(profile, answer) is { } json ? Payment(profile.PaymentOfError!, json) : null,
            cause);
    }

    /// <summary>Whether a response of success is an error.</summary>
    public static bool IsError(ApiProfile profile, BufferedResponse answer) =>
        profile.Errors.When.Count > 0 && TryParse(answer.Body, out var root) && profile.Errors.When.All(condition => condition.Holds(root));

    /// <summary>The JSON of the payment that an error contains, as a response of its own; null if it contains none.</summary>
    public static ApmHttpResponse? PaymentJson(ApiProfile profile, BufferedResponse answer) =>
        profile is { PaymentOfError: not null, Errors.Payment: { } path }
        && TryParse(answer.Body, out var root)
        && JsonPaths.Find(root, path) is { ValueKind: JsonValueKind.Object } payment
            ? new ApmHttpResponse((int)answer.Status, Encoding.UTF8.GetBytes(payment.GetRawText()))
            : null;

    private static Payment? Payment(Func<ApmHttpResponse, Payment> create, ApmHttpResponse json)
    {
        try
        {
            return create(json);
        }
        catch (JsonException)
        {
            return null; // Neither an id nor a status.
        }
    }

    private static bool TryParse(byte[] body, out JsonElement root)
    {
        root = default;
        if (body.Length == 0)
        {
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            root = JsonElement.ParseValue(ref reader);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IReadOnlyList<ApmGatewayError> Details(JsonElement root, ErrorShape shape)
    {
        var details = new List<ApmGatewayError>();
        foreach (var entry in Entries(root, shape))
        {
            if (details.Count == MaxDetails)
            {
                break;
            }

            details.Add(new ApmGatewayError(Text(entry, shape.DetailName), Text(entry, shape.DetailMessage), Text(entry, shape.DetailPath)));
        }

        return details.AsReadOnly();
    }

    private static IEnumerable<JsonElement> Entries(JsonElement root, ErrorShape shape) => shape switch
    {
        { Details: { } path } => JsonPaths.FindAll(root, path).SelectMany(entries => entries.ValueKind switch
        {
            JsonValueKind.Array => entries.EnumerateArray(),
            JsonValueKind.Object when path.Contains("[]", StringComparison.Ordinal) => [entries],
            _ => Enumerable.Empty<JsonElement>(),
        }),
        _ when new[] { shape.DetailName, shape.DetailMessage, shape.DetailPath }.Any(path => Text(root, path) is not null) => [root],
        _ => [],
    };

    private static string? Text(JsonElement element, string? path)
    {
        if (!TryFind(element, path, out var found) || found.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
        {
            return null;
        }

        try
        {
            // Many gateways have numbers as names of errors.
            return found.ValueKind == JsonValueKind.Number ? found.GetRawText() : found.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // Not well-formed Unicode.
        }
    }

    private static bool TryFind(JsonElement element, string? path, out JsonElement found)
    {
        found = element;
        return path is not null && JsonPaths.TryFind(ref found, path);
    }
}
