namespace Apm.Sandbox;

/// <summary>A request as it reached the gateway, independent of the transport.</summary>
public sealed record GatewayRequest
{
    /// <summary>The HTTP method in upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The scheme, host and port of the request, without a trailing slash. The links of the gateway begin with it.</summary>
    public required string Origin { get; init; }

    /// <summary>The path as sent, still escaped, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query string as sent, with its question mark; empty if there is none.</summary>
    public string Query { get; init; } = "";

    /// <summary>The headers. Names are not case-sensitive; several values of one name are joined by a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body; empty if there is none.</summary>
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
