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
            name = Text(root, shape.Name);
            message = Text(root, shape.Message);
            details = Details(root, shape);
        }

        // A query sends no reference, so the gateway cannot know it already.
        var duplicate = !ApmOperation.IsQuery(operation)
            && profile.DuplicateReferenceError is { } known
            && (
                string.Equals(name, known, StringComparison.Ordinal) || details.Any(detail => string.Equals(detail.ErrorName, known, StringComparison.Ordinal))
            );
        var reused = profile.IdempotencyKey?.ReusedError is { } error && string.Equals(name, error, StringComparison.Ordinal);
        return new ApmGatewayException(profile.Name, operation, answer.Status, name, message, details, answer.CorrelationId, duplicate, reused, cause);
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
        if (!TryFind(root, shape.Details, out var entries) || entries.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var details = new List<ApmGatewayError>();
        foreach (var entry in entries.EnumerateArray())
        {
            if (details.Count == MaxDetails)
            {
                break;
            }

            details.Add(new ApmGatewayError(Text(entry, shape.DetailName), Text(entry, shape.DetailMessage), Text(entry, shape.DetailPath)));
        }

        return details.AsReadOnly();
    }

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
