namespace Apm.Specs;

/// <summary>The members of a response that a client reads. Dotted paths.</summary>
public sealed record ResponseModel
{
    public required string Id { get; init; }

    /// <summary>The pattern of the payment's id; null where it is not known.</summary>
    public PatternModel? IdPattern { get; init; }

    /// <summary>Where the status may be; the first path with a value is read.</summary>
    public required EquatableArray<string> StatusPaths { get; init; }

    /// <summary>The usual path of the status.</summary>
    public string Status => StatusPaths[0];

    /// <summary>The shop's own reference; null where a response does not have it.</summary>
    public string? Reference { get; init; }

    /// <summary>What the shop stores to query the payment later: a URL, or the value for <c>{id}</c> in the path of a query. Null if a
    /// payment cannot be queried.</summary>
    public required string? Self { get; init; }

    /// <summary>Where the customer is sent, or what the customer is shown; empty where the gateway never redirects.</summary>
    public required EquatableArray<string> Redirects { get; init; }

    /// <summary>Schemes of addresses that are accepted beside http and https, in small letters.</summary>
    public required EquatableArray<string> RedirectSchemes { get; init; }

    /// <summary>Further members that have a meaning of their own.</summary>
    public required EquatableArray<ResponseMemberModel> Members { get; init; }

    /// <summary>Objects whose members are links or actions; a name is looked for in each in turn.</summary>
    public required EquatableArray<string> Actions { get; init; }

    /// <summary>The member of a link that contains its URL.</summary>
    public required string Href { get; init; }

    /// <summary>The money of the payment; null where a response does not have it.</summary>
    public MoneyPlaceModel? Value { get; init; }

    /// <summary>The money that was captured so far.</summary>
    public MoneyPlaceModel? Captured { get; init; }

    /// <summary>The money that was refunded so far. A paid payment of which all is refunded has the state <see cref="PaymentState.Refunded"/>.</summary>
    public MoneyPlaceModel? Refunded { get; init; }

    /// <summary>What the customer does next; null where the API file does not describe it.</summary>
    public NextModel? Next { get; init; }

    /// <summary>The paths of texts.</summary>
    public IReadOnlyList<string> Texts => [Id, .. StatusPaths, .. Self is null ? Array.Empty<string>() : [Self], .. Redirects];
}

/// <summary>A member of responses that becomes a property of payments.</summary>
/// <param name="Path">Dotted, from the root of the answer.</param>
public sealed record ResponseMemberModel(string Path, ResponseMemberType Type, string? Summary)
{
    /// <summary>The path of the currency, if <see cref="Path"/> is the amount alone. Dotted, from the root of the answer.</summary>
    public string? CurrencyAt { get; init; }

    /// <summary>Whether the currency is that of the payment, which the response need not have.</summary>
    public bool IsOfPayment => CurrencyAt == MoneyModel.OfPayment;

    /// <summary>The name in C#, if the spec declares one.</summary>
    public string? PropertyName { get; init; }
}

public enum ResponseMemberType
{
    String,
    Integer,
    Boolean,
    Money,
}

/// <summary>A next step of a method's payments.</summary>
public sealed record RedirectModel(RedirectKind Kind);

/// <summary>The next step of a payment. The names are the ids in method files, in kebab case.</summary>
public enum RedirectKind
{
    /// <summary>The customer is sent to an address.</summary>
    Url,

    /// <summary>The customer is shown a picture, most often a QR code: a PNG in Base64.</summary>
    PngBase64,

    /// <summary>The customer has nowhere to go.</summary>
    None,
}

public sealed record ErrorModel
{
    /// <summary>Where the name may be; the first path with a value is read. Empty if errors have no name.</summary>
    public required EquatableArray<string> NamePaths { get; init; }

    /// <summary>The usual path of the name; null if errors have none.</summary>
    public string? Name => NamePaths.IsEmpty ? null : NamePaths[0];

    public required string Message { get; init; }

    /// <summary>The array with one entry for each wrong field; null where the error itself has the members of one detail.</summary>
    public string? Details { get; init; }

    public string? DetailName { get; init; }

    public string? DetailMessage { get; init; }

    public string? DetailPath { get; init; }

    /// <summary>If all of these hold, a response of success is an error; empty where the HTTP status decides.</summary>
    public EquatableArray<MemberConditionModel> When { get; init; }

    /// <summary>The payment within an error; null where errors have none.</summary>
    public string? Payment { get; init; }

    /// <summary>The response header that the gateway's support asks for.</summary>
    public string? CorrelationHeader { get; init; }

    /// <summary>The gateway's names for what can go wrong.</summary>
    public required EquatableArray<ErrorCodeModel> Codes { get; init; }

    public ErrorCodeModel? Code(ErrorKind kind) => Codes.FirstOrDefault(code => code.Kind == kind);

    /// <summary>Whether an error has one detail, whose members are its own.</summary>
    public bool HasSingleDetail => Details is null && (DetailName ?? DetailMessage ?? DetailPath) is not null;
}

/// <param name="Status">The HTTP status.</param>
/// <param name="Name">The name at the top of the error body; null if the HTTP status decides.</param>
/// <param name="DetailName">The name in each detail, for <see cref="ErrorKind.InvalidBody"/> only.</param>
public sealed record ErrorCodeModel(ErrorKind Kind, int Status, string? Name, string? DetailName);

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

    /// <summary>The idempotency key belongs to another request.</summary>
    KeyReused,

    /// <summary>The gateway still carries out the first request with the idempotency key.</summary>
    KeyInUse,
}
