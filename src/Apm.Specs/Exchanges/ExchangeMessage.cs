namespace Apm.Specs;

/// <summary>The headers and the body of a message.</summary>
/// <param name="Headers">Only those that matter.</param>
/// <param name="Body">Null if there is none.</param>
public sealed record ExchangeMessage(EquatableArray<ExchangeHeader> Headers, ExchangeBody? Body)
{
    /// <summary>Where a request is sent; null if the exchange does not state it, and for webhooks and responses.</summary>
    public ExchangeAddress? Address { get; init; }

    /// <summary>The secrets with which a webhook is signed; empty if the exchange does not state them.</summary>
    public EquatableArray<ExchangeKey> Keys { get; init; }

    /// <summary>The value of a header; null if the exchange does not state it.</summary>
    public string? Header(string name) => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}

/// <param name="Id">The id of the secret in the signature header.</param>
public sealed record ExchangeKey(string Id, string Secret);

/// <param name="Verb">An HTTP method in capitals.</param>
/// <param name="Path">An absolute path, without the host.</param>
public sealed record ExchangeAddress(string Verb, string Path);

public sealed record ExchangeResponse(int Status, ExchangeMessage Message);

public sealed record ExchangeHeader(string Name, string Value);

/// <param name="Text">JSON, form fields in the order of the file as they are sent, or a text as it stands.</param>
/// <param name="Place">The location of the body.</param>
public sealed record ExchangeBody(ExchangeBodyKind Kind, string Text, SpecLocation Place);

public enum ExchangeBodyKind
{
    Json,
    Form,
    Text,
}
