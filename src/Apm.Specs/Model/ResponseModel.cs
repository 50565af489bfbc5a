namespace Apm.Specs.Model;

/// <summary>Where in an answer the members stand that mean something to a client. Dotted paths.</summary>
public sealed record ResponseModel
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    /// <summary>What the shop stores to query the payment later.</summary>
    public required string Self { get; init; }

    /// <summary>Where the customer is sent; null where the gateway never redirects.</summary>
    public string? Redirect { get; init; }

    /// <summary>Objects whose members are links or actions; a name is looked for in each in turn.</summary>
    public required EquatableArray<string> Actions { get; init; }

    /// <summary>The member of a link that holds its address.</summary>
    public required string Href { get; init; }
}

public sealed record ErrorModel
{
    public required string Name { get; init; }

    public required string Message { get; init; }

    /// <summary>The array with one entry for each wrong field.</summary>
    public string? Details { get; init; }

    public string? DetailName { get; init; }

    public string? DetailMessage { get; init; }

    public string? DetailPath { get; init; }

    /// <summary>The response header that the gateway's support asks for.</summary>
    public string? CorrelationHeader { get; init; }

    /// <summary>The gateway's names for what can go wrong.</summary>
    public required EquatableArray<ErrorCodeModel> Codes { get; init; }

    public ErrorCodeModel? Code(ErrorKind kind) => Codes.FirstOrDefault(code => code.Kind == kind);
}

/// <param name="Status">The HTTP status.</param>
/// <param name="Name">The name at the top of the error body.</param>
/// <param name="DetailName">The name in each detail, for <see cref="ErrorKind.InvalidBody"/> only.</param>
public sealed record ErrorCodeModel(ErrorKind Kind, int Status, string Name, string? DetailName);

/// <summary>What can go wrong at a gateway. The names are the ids in the API file, in kebab case.</summary>
public enum ErrorKind
{
    Unauthorized,
    HeaderMissing,
    HeaderInvalid,
    EmptyBody,
    NotJson,
    InvalidBody,
    DuplicateReference,
    NotFound,
    UnknownEndpoint,
    ActionUnavailable,
    Internal,
}
