using System.ComponentModel;

namespace Apm;

/// <summary>The properties of a gateway's API that a transport needs. Generated clients create it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiProfile
{
    /// <summary>The API's id for messages and telemetry, such as <c>acme/2024-01-01</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Headers that are sent with every request, unchanged.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Headers whose values have names in braces, such as <c>{merchant.account}</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> HeaderTemplates { get; init; } = [];

    /// <summary>The media type of request bodies: JSON, or <c>application/x-www-form-urlencoded</c>, as which the JSON is then sent.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>The name of the request header with the idempotency key, which is the reference. Null if the gateway has none.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>The path of the reference in a payment request: <c>$</c> and the dotted JSON path.</summary>
    public string ReferencePath { get; init; } = "$";

    /// <summary>
    /// What makes the repetition of a payment safe; null if the spec does not state it. Then it is the idempotency header, or the error for
    /// a reference that the gateway already knows.
    /// </summary>
    public ApmRecovery? Recovery { get; init; }

    /// <summary>The idempotency key; null if the gateway has none.</summary>
    public IdempotencyKeyProfile? IdempotencyKey { get; init; }

    /// <summary>Whether a payment can be queried.</summary>
    public bool HasQuery { get; init; } = true;

    /// <summary>Whether a webhook states the outcome of an operation that can neither be repeated nor queried.</summary>
    public bool HasWebhooks { get; init; }

    /// <summary>The name of the response header with the id that the gateway's support needs; null if there is none.</summary>
    public string? CorrelationHeader { get; init; }

    /// <summary>The name of the error for a reference that the gateway already knows; null if there is none.</summary>
    public string? DuplicateReferenceError { get; init; }

    /// <summary>The names of errors that the spec declares. Only these become tag values of metrics, because a tag must have few values.</summary>
    public IReadOnlyList<string> ErrorNames { get; init; } = [];

    /// <summary>The paths of the members of an error body.</summary>
    public ErrorShape Errors { get; init; } = new();

    /// <summary>Reads a payment from a successful response. It throws a <see cref="System.Text.Json.JsonException"/> if it cannot.</summary>
    public required Func<ApmHttpResponse, PaymentResponse> ReadPayment { get; init; }
}

/// <summary>The dotted paths of the members of an error body; null if the gateway has no such member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorShape
{
    /// <summary>The name of the error.</summary>
    public string? Name { get; init; }

    /// <summary>The gateway's message.</summary>
    public string? Message { get; init; }

    /// <summary>The array with one entry for each invalid field.</summary>
    public string? Details { get; init; }

    /// <summary>The name of the error, within an entry.</summary>
    public string? DetailName { get; init; }

    /// <summary>The gateway's message, within an entry.</summary>
    public string? DetailMessage { get; init; }

    /// <summary>The path of the invalid field, within an entry.</summary>
    public string? DetailPath { get; init; }
}
