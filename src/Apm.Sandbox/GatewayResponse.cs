namespace Apm.Sandbox;

/// <summary>The response of the gateway, independent of the transport.</summary>
public sealed record GatewayResponse
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The headers, each name once.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body in UTF-8; empty if there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the connection breaks and the response is not sent.</summary>
    public bool IsLost { get; init; }

    internal string? Operation { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Status}, {Body.Length} bytes";

    internal static GatewayResponse Lost { get; } =
        new() { Status = 0, Headers = new Dictionary<string, string>(), IsLost = true };

    internal static GatewayResponse Of(int status, string contentType, ReadOnlyMemory<byte> body, params (string Name, string? Value)[] headers)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = contentType };
        foreach (var (name, value) in headers)
        {
            if (value is not null)
            {
                all[name] = value;
            }
        }

        return new() { Status = status, Headers = all, Body = body };
    }
}
