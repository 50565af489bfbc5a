using System.ComponentModel;

namespace Apm;

/// <summary>What a transport must know of a gateway's API. Generated clients hold one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiProfile
{
    /// <summary>The API's id for messages and telemetry, such as <c>acme/2024-01-01</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Headers that go with every request, as they stand.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The media type of request bodies.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>The request header that makes a repetition safe; it carries the reference. Null where the gateway has none.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>Where the reference stands in a payment request: <c>$</c> and the dotted JSON path.</summary>
    public string ReferencePath { get; init; } = "$";

    /// <summary>The response header that the gateway's support asks for; null where there is none.</summary>
    public string? CorrelationHeader { get; init; }

    /// <summary>The name of the error that says that a reference is known already; null where there is none.</summary>
    public string? DuplicateReferenceError { get; init; }

    /// <summary>The names of errors that the spec declares. Only they become a tag of metrics, which must not have endlessly many values.</summary>
    public IReadOnlyList<string> ErrorNames { get; init; } = [];

    /// <summary>Where in an error body the members stand.</summary>
    public ErrorShape Errors { get; init; } = new();

    /// <summary>Reads a payment from a successful answer. It throws a <see cref="System.Text.Json.JsonException"/> when it cannot.</summary>
    public required Func<ApmHttpResponse, PaymentResponse> ReadPayment { get; init; }
}

/// <summary>Where in an error body the members stand. Dotted paths; null where the gateway has no such member.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorShape
{
    /// <summary>The name of what is wrong.</summary>
    public string? Name { get; init; }

    /// <summary>The gateway's own words.</summary>
    public string? Message { get; init; }

    /// <summary>The array with one entry for each wrong field.</summary>
    public string? Details { get; init; }

    /// <summary>The name of what is wrong, within an entry.</summary>
    public string? DetailName { get; init; }

    /// <summary>The gateway's own words, within an entry.</summary>
    public string? DetailMessage { get; init; }

    /// <summary>Where the wrong field is, within an entry.</summary>
    public string? DetailPath { get; init; }
}
