namespace Apm.Specs;

/// <summary>One request with its response, or one webhook.</summary>
public sealed record ExchangeStep
{
    /// <summary>The id of an operation; null for a webhook.</summary>
    public required string? Operation { get; init; }

    /// <summary>The request, or the webhook that the gateway sent; null if only the response was recorded.</summary>
    public required ExchangeMessage? Message { get; init; }

    /// <summary>Where the request breaks the spec; null if the gateway accepts it.</summary>
    public required ExchangeRefusal? Refusal { get; init; }

    /// <summary>Null for a webhook, and for a request that is not sent.</summary>
    public required ExchangeResponse? Response { get; init; }

    /// <summary>What must be read from the response or the webhook.</summary>
    public required ExchangeReading Reading { get; init; }

    public required SpecLocation Location { get; init; }

    public bool IsWebhook => Operation is null;
}

/// <summary>Why a published or made-up request is not accepted.</summary>
/// <param name="At">The JSON paths of the members that break a rule, such as <c>$.instruction.value.currency</c>.</param>
/// <param name="Because">The rule, and the page that states it.</param>
public sealed record ExchangeRefusal(EquatableArray<string> At, string Because);
