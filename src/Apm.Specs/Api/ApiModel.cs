using Apm.Iso;

namespace Apm.Specs;

// docs/decisions/any-gateway.md
/// <summary>A gateway API version: everything its payment methods share.</summary>
public sealed record ApiModel
{
    /// <summary>Gateway and version, such as <c>acme/2024-01-01</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The generated client without <c>Client</c>; it begins the name of every generated type that methods share.</summary>
    public required string Prefix { get; init; }

    public required SourceModel Source { get; init; }

    /// <summary>Requests go to the first one unless the merchant configures another.</summary>
    public required EquatableArray<HostModel> Hosts { get; init; }

    /// <summary>The settings of a merchant: the members of a root object; null where there are none.</summary>
    public FieldModel? Merchant { get; init; }

    public required AuthenticationModel Authentication { get; init; }

    /// <summary>The signature of responses; null where they have none.</summary>
    public MessageSignatureModel? ResponseSignature { get; init; }

    /// <summary>Sent with every request, as they stand.</summary>
    public required EquatableArray<HeaderModel> Headers { get; init; }

    /// <summary>The request header that makes a repetition safe; null where the gateway has none.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>How bodies of requests are written. Responses are JSON.</summary>
    public BodyFormat Format { get; init; }

    /// <summary>Null where the file does not state it.</summary>
    public RecoveryModel? Recovery { get; init; }

    public required MoneyFormatModel Money { get; init; }

    /// <summary>Codes beside ISO 4217, and codes whose exponent differs from ISO 4217 at this gateway.</summary>
    public required EquatableArray<ExponentModel> Exponents { get; init; }

    /// <summary>Codes to which this gateway gives other decimals than ISO 4217.</summary>
    public IEnumerable<string> UnlikeIso =>
        Exponents.Where(exponent => Iso4217.TryGetExponent(exponent.Currency, out var iso) && iso != exponent.Exponent).Select(exponent => exponent.Currency);

    /// <summary>ISO 4217 alphabetic codes that the gateway takes; a method takes a part of them.</summary>
    public required EquatableArray<string> Currencies { get; init; }

    /// <summary>Objects that fields may be of, in the order of the file.</summary>
    public EquatableArray<TypeModel> Types { get; init; }

    /// <summary>The root object of the payment request, before a method narrows it.</summary>
    public required FieldModel Request { get; init; }

    /// <summary>What ties fields of the request together, before a method narrows them.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    public required PaymentRolesModel Roles { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>The objects other than the payment that responses are about.</summary>
    public EquatableArray<ResultModel> Results { get; init; }

    public required ResponseModel Response { get; init; }

    /// <summary>Every documented status with what it means, in the order of the file: the first of a state is its usual one.</summary>
    public required EquatableArray<StatusModel> Statuses { get; init; }

    public required ErrorModel Errors { get; init; }

    /// <summary>Null where the gateway sends no webhooks.</summary>
    public WebhooksModel? Webhooks { get; init; }

    public FieldModel? Type(string? id) => Types.FirstOrDefault(type => type.Id == id)?.Root;

    /// <summary>Whether calls of generated clients have values that the spec names, or fields outside of the body. Methods can use them, too.</summary>
    public bool UsesValues { get; init; }

    /// <summary>The pattern of the value by which webhooks name the payment; null where the form is not known, or where it is an address.</summary>
    public PatternModel? WebhookIdPattern =>
        Operation(OperationId.Query) is not { } query || (!query.TargetIsLink && Response.Self == Response.Id) ? Response.IdPattern : null;

    /// <summary>Whether operations on a payment need its reference or its money.</summary>
    public bool UsesPaymentFacts => ReadsCurrencyOfPayment
        || Operation(OperationId.Complete) is not null
        || Operations.Any(operation => operation.Id is not (OperationId.Pay or OperationId.Find) && operation.Names.Any(IsOfPayment));

    private static bool IsOfPayment(string name) => name is ValueName.PaymentReference or ValueName.PaymentValue or ValueName.PaymentCurrency;

    // Money in responses whose currency the response does not have.
    private bool ReadsCurrencyOfPayment =>
        new[] { Response.Captured, Response.Refunded }.Concat(Results.Select(result => result.Value)).Any(place => place is { IsOfPayment: true })
        || Response.Members.Concat(Results.SelectMany(result => result.Members)).Any(member => member.IsOfPayment);

    /// <summary>The names of the settings of a merchant.</summary>
    internal IReadOnlyList<string> Settings => [.. (Merchant?.Members ?? default).Select(setting => setting.Name)];

    /// <summary>An operation on payments; null where the API has none.</summary>
    public OperationModel? Operation(string id) => Operations.FirstOrDefault(operation => operation.Id == id);

    /// <summary>The operations on payments, then those on refunds and captures.</summary>
    public IEnumerable<OperationModel> AllOperations => Operations.Concat(Results.SelectMany(result => result.Operations));

    public ResultModel? Result(ResultKind kind) => Results.FirstOrDefault(result => result.Kind == kind);
}

/// <param name="Id">Such as <c>address</c>.</param>
/// <param name="Root">The object, with the paths of its members from itself.</param>
public sealed record TypeModel(string Id, FieldModel Root)
{
    /// <summary>The same where only some of the currencies are accepted.</summary>
    public TypeModel Accepting(EquatableArray<string> currencies) => this with { Root = Root.Accepting(currencies) };
}

/// <param name="Url">Where the facts were read.</param>
/// <param name="Updated">The date that the page itself gives, as yyyy-MM-dd.</param>
public sealed record SourceModel(string Url, string? Updated);

/// <param name="Name">Such as <c>try</c> or <c>live</c>.</param>
/// <param name="Url">An absolute origin without a path, or a template.</param>
public sealed record HostModel(string Name, string Url)
{
    /// <summary>The setting of the merchant in the URL, which is then a template and can have a path; null for a literal URL.</summary>
    public string? Setting { get; init; }
}

public sealed record HeaderModel(string Name, string Value)
{
    /// <summary>Whether the value has names in braces. Otherwise it is sent as it stands.</summary>
    public bool IsTemplate { get; init; }
}

/// <param name="Header">The header that carries the key, for <see cref="AuthenticationScheme.HeaderKey"/> only.</param>
public sealed record AuthenticationModel(AuthenticationScheme Scheme, string? Header)
{
    /// <summary>The request for a token, for <see cref="AuthenticationScheme.OAuth2"/> only.</summary>
    public OAuth2Model? OAuth2 { get; init; }

    /// <summary>The signature of requests, for <see cref="AuthenticationScheme.Signature"/> only.</summary>
    public MessageSignatureModel? Signature { get; init; }
}

/// <summary>The client credentials grant of RFC 6749.</summary>
/// <param name="Path">The path of the request for a token.</param>
public sealed record OAuth2Model(string Path, ClientCredentials Credentials, string? Scope);

/// <summary>Where the id and the secret of the client are. The names are the ids in API files, in kebab case.</summary>
public enum ClientCredentials
{
    Basic,
    Body,
}

public enum AuthenticationScheme
{
    Basic,
    Bearer,
    HeaderKey,

    /// <summary>A bearer token that the client requests.</summary>
    OAuth2,

    /// <summary>A signature, with or without a key in a header.</summary>
    Signature,
}

/// <summary>How bodies of requests are written. The names are the ids in API files, in kebab case.</summary>
public enum BodyFormat
{
    Json,

    /// <summary>As <c>application/x-www-form-urlencoded</c>, with names such as <c>a[b][0]</c>.</summary>
    Form,
}

/// <summary>How the gateway writes an amount of money: an object with two members.</summary>
public sealed record MoneyFormatModel(MoneyNotation Notation, string AmountName, string CurrencyName)
{
    public CurrencyCase CurrencyCase { get; init; }

    /// <summary>Whether the API names the two members. If it does not, the currency of each money has a place of its own.</summary>
    public bool HasMembers { get; init; } = true;

    /// <summary>Whether the amount is in major units. It then depends on the decimals of its currency.</summary>
    public bool IsMajor => Notation is MoneyNotation.DecimalString or MoneyNotation.DecimalNumber;
}

public enum MoneyNotation
{
    /// <summary>A JSON integer in minor units: 12.34 HKD is <c>1234</c>.</summary>
    MinorUnits,

    /// <summary>A JSON string in major units with every decimal: 12.34 HKD is <c>"12.34"</c>.</summary>
    DecimalString,

    /// <summary>A JSON number in major units: 12.34 HKD is <c>12.34</c>.</summary>
    DecimalNumber,

    /// <summary>A JSON string in minor units: 12.34 HKD is <c>"1234"</c>.</summary>
    MinorUnitsString,
}

/// <summary>How codes of currencies are written beside an amount. The names are the ids in API files, in kebab case.</summary>
public enum CurrencyCase
{
    Upper,

    /// <summary>HKD is <c>hkd</c>.</summary>
    Lower,
}

public sealed record ExponentModel(string Currency, int Exponent);

/// <summary>Which request fields play a part beyond being sent. Dotted paths.</summary>
public sealed record PaymentRolesModel
{
    /// <summary>The shop's own reference, unique for each payment.</summary>
    public required string Reference { get; init; }

    /// <summary>The money to be paid.</summary>
    public required string Value { get; init; }

    /// <summary>Where the customer lands, by how the payment ended.</summary>
    public required EquatableArray<ReturnUrlModel> Returns { get; init; }

    /// <summary>The boolean by which a request chooses between sale and authorization; null where none does.</summary>
    public string? Sale { get; init; }

    /// <summary>The condition under which a request is an authorization; empty where no field or <see cref="Sale"/> decides.</summary>
    public EquatableArray<ConditionModel> Authorization { get; init; }
}

public sealed record ReturnUrlModel(PaymentState State, string Path);

public sealed record StatusModel(string Status, PaymentState State)
{
    /// <summary>What must hold for the response; empty if the status alone decides. Statuses with conditions precede those without.</summary>
    public EquatableArray<MemberConditionModel> When { get; init; }
}

/// <summary>What a gateway's statuses come down to. The names are the ids in the API file, in kebab case.</summary>
public enum PaymentState
{
    Unknown,
    Pending,
    Authorized,
    Paid,
    Failed,
    Cancelled,
    Expired,
    RefundPending,
    Refunded,
    Disputed,
}
