namespace Apm.Specs.Model;

/// <summary>One payment method of an API, complete: what the API file says is already in it.</summary>
public sealed record MethodModel
{
    /// <summary>The id within the API, such as <c>harbour_pay</c>.</summary>
    public required string Id { get; init; }

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

    public required EquatableArray<LimitModel> Limits { get; init; }

    /// <summary>Ids of the API's operations, and <c>sale</c> and <c>authorization</c>.</summary>
    public required EquatableArray<string> Capabilities { get; init; }

    /// <summary>The root object of the payment request.</summary>
    public required FieldModel Request { get; init; }

    /// <summary>What ties fields of the request together: the API's rules that the method can break, then its own.</summary>
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>What is true but cannot be checked when a request is built.</summary>
    public required EquatableArray<string> Notes { get; init; }

    /// <summary>The gateway's API never changes under a method's type: <c>pay</c> and <c>query</c> are always there.</summary>
    public bool Offers(string operation) => operation is "pay" or "query" || Capabilities.Contains(operation);
}

public enum MethodStatus
{
    Available,
    Pilot,
    ComingSoon,
    Discontinued,
}

/// <summary>What a payment may be worth in one currency.</summary>
/// <param name="Currency">ISO 4217 alphabetic code.</param>
/// <param name="Min">In minor units of ISO 4217; null where none is known.</param>
/// <param name="Max">In minor units of ISO 4217; null where none is known.</param>
public sealed record LimitModel(string Currency, long? Min, long? Max);
