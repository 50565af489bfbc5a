namespace Apm.Specs;

/// <summary>One payment method of an API, complete with the facts of the API file.</summary>
public sealed record MethodModel
{
    /// <summary>The id within the API, such as <c>harbour_pay</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What the gateway calls the method: the id, but where the method extends another, which keeps its name there.</summary>
    public required string GatewayId { get; init; }

    /// <summary>The spec id of the method that this one extends, if it is not the gateway's name for the method; otherwise null.</summary>
    public string? Extends { get; init; }

    /// <summary>The API's id.</summary>
    public required string Api { get; init; }

    /// <summary>API and method: <c>acme/2024-01-01/harbour_pay</c>.</summary>
    public string SpecId => Api + "/" + Id;

    public required string Name { get; init; }

    public string? Summary { get; init; }

    public required MethodStatus Status { get; init; }

    public required SourceModel Source { get; init; }

    /// <summary>ISO 3166-1 alpha-2 codes of the customers' countries; empty where the source names none.</summary>
    public required EquatableArray<string> Countries { get; init; }

    /// <summary>ISO 4217 alphabetic codes, in the order of the file.</summary>
    public required EquatableArray<string> Currencies { get; init; }

    /// <summary>What a payment may be worth. Some are enforced, all are known.</summary>
    public required EquatableArray<LimitModel> Limits { get; init; }

    /// <summary>What a single refund may be worth: enforced where a refund's body states the money.</summary>
    public required EquatableArray<LimitModel> RefundLimits { get; init; }

    /// <summary>Ids of the API's operations, and <c>sale</c> and <c>authorization</c>.</summary>
    public required EquatableArray<string> Capabilities { get; init; }

    /// <summary>The operations that the method offers beside <c>pay</c> and <c>query</c>, in the order of the API file.</summary>
    public required EquatableArray<MethodOperationModel> Operations { get; init; }

    /// <summary>The root object of the payment request.</summary>
    public required FieldModel Request { get; init; }

    /// <summary>What ties fields of the request together: the API's rules that the method can break, then its own.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>The next steps of payments, the usual one first.</summary>
    public required EquatableArray<RedirectModel> Redirects { get; init; }

    /// <summary>Members of responses that this method's payments have beside those of the API.</summary>
    public required EquatableArray<ResponseMemberModel> Members { get; init; }

    /// <summary>Statuses of the API that have another state for this method.</summary>
    public EquatableArray<StatusModel> Statuses { get; init; }

    /// <summary>Types of webhooks that have another state if the webhook names this method.</summary>
    public EquatableArray<StatusModel> Types { get; init; }

    /// <summary>The webhooks that a successful payment causes in addition to those for its statuses.</summary>
    public EquatableArray<MethodEventModel> Events { get; init; }

    /// <summary>What is true but cannot be checked when a request is built.</summary>
    public required EquatableArray<string> Notes { get; init; }

    /// <summary>The gateway's API never changes under a method's type: <c>pay</c> and <c>query</c> are always there.</summary>
    /// <summary>Whether a request of the method needs values of the call.</summary>
    public bool UsesValues => Request.UsesValues || Operations.Any(operation => operation.Body?.UsesValues == true);

    public bool Offers(string operation) => OperationId.IsOfApi(operation) || Capabilities.Contains(operation);

    /// <summary>Null for an operation that the method does not offer.</summary>
    public MethodOperationModel? Operation(string id) => Operations.FirstOrDefault(operation => operation.Id == id);
}

public enum MethodStatus
{
    Available,
    Pilot,
    ComingSoon,
    Discontinued,
}
