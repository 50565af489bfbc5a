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

    /// <summary>The request for a token; null for other authentication.</summary>
    public OAuth2Profile? OAuth2 { get; init; }

    /// <summary>The signature of requests; null if they have none.</summary>
    public SignatureProfile? Signature { get; init; }

    /// <summary>The signature of responses; null if they have none.</summary>
    public SignatureProfile? ResponseSignature { get; init; }

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

    /// <summary>The error for a reference that the gateway already knows, if it has no name; null otherwise.</summary>
    public UnnamedError? UnnamedDuplicateReference { get; init; }

    /// <summary>The names of errors in a response of success after which the outcome is not known.</summary>
    public IReadOnlyList<string> UnknownOutcomeErrors { get; init; } = [];

    /// <summary>The error in a response of success after which the outcome is not known, if it has no name; null otherwise.</summary>
    public UnnamedError? UnnamedUnknownOutcome { get; init; }

    /// <summary>The names of errors that the spec declares. Only these become tag values of metrics, because a tag must have few values.</summary>
    public IReadOnlyList<string> ErrorNames { get; init; } = [];

    /// <summary>Whether the spec declares errors without a name, which only have an HTTP status.</summary>
    public bool HasUnnamedErrors { get; init; }

    /// <summary>The paths of the members of an error body.</summary>
    public ErrorShape Errors { get; init; } = new();

    /// <summary>Creates the payment that an error contains; null if errors contain none.</summary>
    public Func<ApmHttpResponse, Payment>? PaymentOfError { get; init; }

    /// <summary>Reads a payment from a successful response. It throws a <see cref="System.Text.Json.JsonException"/> if it cannot.</summary>
    public required Func<ApmHttpResponse, PaymentResponse> ReadPayment { get; init; }
}

/// <summary>The dotted paths of the members of an error body; null if the gateway has no such member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorShape
{
    /// <summary>The name of the error.</summary>
    public string? Name { get; init; }

    /// <summary>Further paths of the name, which are read if there is no text at the first one.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>If all of these hold, a response of success is an error; empty where the HTTP status decides.</summary>
    public IReadOnlyList<MemberCondition> When { get; init; } = [];

    /// <summary>The payment.</summary>
    public string? Payment { get; init; }

    /// <summary>The gateway's message.</summary>
    public string? Message { get; init; }

    /// <summary>The array with one entry for each invalid field; null if the error itself has the members of one detail.</summary>
    public string? Details { get; init; }

    /// <summary>The name of the error, within an entry.</summary>
    public string? DetailName { get; init; }

    /// <summary>The gateway's message, within an entry.</summary>
    public string? DetailMessage { get; init; }

    /// <summary>The path of the invalid field, within an entry.</summary>
    public string? DetailPath { get; init; }
}

/// <summary>An error that the gateway recognizes by its HTTP status.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="otherNames">The names of other errors with this status.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnnamedError(int status, params string[] otherNames)
{
    internal bool Is(int other, string? name) => other == status && (name is null || !otherNames.Contains(name));
}
