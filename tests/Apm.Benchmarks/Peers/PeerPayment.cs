using System.Text.Json;
using System.Text.Json.Serialization;

namespace Apm.Benchmarks.Peers;

/// <summary>The answer as System.Text.Json reads it, with what it does not know.</summary>
public sealed record PeerPayment
{
    public required string PaymentId { get; init; }

    public required string LastEvent { get; init; }

    public string? Url { get; init; }

    [JsonPropertyName("_links")]
    public Dictionary<string, PeerLink>? Links { get; init; }

    [JsonPropertyName("_actions")]
    public Dictionary<string, PeerLink>? Actions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>The same without what it does not know: whoever uses it keeps the answer's bytes, as the generated payment does.</summary>
public sealed record PeerBarePayment
{
    public required string PaymentId { get; init; }

    public required string LastEvent { get; init; }

    public string? Url { get; init; }

    [JsonPropertyName("_links")]
    public Dictionary<string, PeerLink>? Links { get; init; }

    [JsonPropertyName("_actions")]
    public Dictionary<string, PeerLink>? Actions { get; init; }

    [JsonIgnore]
    public ReadOnlyMemory<byte> RawJson { get; set; }
}

public sealed record PeerLink(string Href);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PeerRequest))]
[JsonSerializable(typeof(PeerPayment))]
[JsonSerializable(typeof(PeerBarePayment))]
public sealed partial class PeerJson : JsonSerializerContext;
