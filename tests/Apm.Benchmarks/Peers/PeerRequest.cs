using System.Text.Json.Serialization;

namespace Apm.Benchmarks.Peers;

// What a merchant without the generator writes from the gateway's page: the same types, member for member.
public sealed record PeerRequest
{
    public required string TransactionReference { get; init; }

    public required PeerMerchant Merchant { get; init; }

    public required PeerInstruction Instruction { get; init; }
}

public sealed record PeerMerchant
{
    public required string Entity { get; init; }
}

public sealed record PeerInstruction
{
    public required PeerNarrative Narrative { get; init; }

    public required PeerMoney Value { get; init; }

    public required PeerInstrument PaymentInstrument { get; init; }
}

public sealed record PeerNarrative
{
    public required string Line1 { get; init; }
}

public readonly record struct PeerMoney(long Amount, string Currency);

public sealed record PeerInstrument
{
    public string Type => "alipay_hk";

    [JsonPropertyName("successURL")]
    public required Uri SuccessUrl { get; init; }

    [JsonPropertyName("pendingURL")]
    public required Uri PendingUrl { get; init; }

    [JsonPropertyName("failureURL")]
    public required Uri FailureUrl { get; init; }

    public PeerDeviceType? DeviceType { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<PeerDeviceType>))]
public enum PeerDeviceType
{
    [JsonStringEnumMemberName("DESKTOP")]
    Desktop,

    [JsonStringEnumMemberName("MOBILE")]
    Mobile,

    [JsonStringEnumMemberName("CONSOLE")]
    Console,

    [JsonStringEnumMemberName("TABLET")]
    Tablet,
}
