namespace Apm.Sandbox;

/// <summary>A request as it reached the gateway, whatever carried it.</summary>
public sealed record GatewayRequest
{
    /// <summary>The HTTP method in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>Scheme, host and port under which the gateway was addressed, without a trailing slash; its links begin with it.</summary>
    public required string Origin { get; init; }

    /// <summary>As sent, still escaped, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>Names in any case; several values of one name joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Empty if none was sent.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    internal string? Header(string name)
    {
        foreach (var (key, value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method}, {Body.Length} bytes";
}
