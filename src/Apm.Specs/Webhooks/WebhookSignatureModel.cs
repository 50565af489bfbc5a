namespace Apm.Specs;

/// <summary>A signature with a secret that gateway and shop share, or with the gateway's private key.</summary>
/// <param name="Header">The request header that carries it; null for a signature in the body.</param>
public sealed record WebhookSignatureModel(string? Header, SignatureForm Form, SignatureAlgorithm Algorithm, SignatureEncoding Encoding)
{
    /// <summary>The path of the signature in the body; null for a signature in a header.</summary>
    public string? At { get; init; }

    /// <summary>The text before each signature in the header; null for none.</summary>
    public string? Prefix { get; init; }

    /// <summary>The name of the time in the header, for <see cref="SignatureForm.Timestamped"/> only.</summary>
    public string? Time { get; init; }

    /// <summary>The name of a signature in the header, for <see cref="SignatureForm.Timestamped"/> only.</summary>
    public string? Value { get; init; }

    /// <summary>How many seconds old a delivery can be, for <see cref="SignatureForm.Timestamped"/> only.</summary>
    public int? Tolerance { get; init; }

    /// <summary>The signed text, in which <c>{body}</c> stands for the body and <c>{time}</c> for the time; null for the body alone.</summary>
    public string? Over { get; init; }

    /// <summary>The paths of the members that are signed; empty where the body is signed. An absent member is an empty text.</summary>
    public EquatableArray<string> Members { get; init; }

    /// <summary>The text between the members.</summary>
    public string Join { get; init; } = "";

    public SignatureKey Key { get; init; }
}

public enum SignatureForm
{
    /// <summary>Nothing but the signature.</summary>
    Single,

    /// <summary>Several <c>key/hash/signature</c> with commas between them, in any order.</summary>
    KeyedList,

    /// <summary>Several signatures with commas between them.</summary>
    List,

    /// <summary>Names with values and commas between them: a time, and one or more signatures.</summary>
    Timestamped,
}

public enum SignatureAlgorithm
{
    HmacSha256,
    HmacSha512,

    /// <summary>RSA with PKCS #1 v1.5 padding. The key of the shop is the public key of the gateway, in PEM.</summary>
    RsaSha256,
}

public enum SignatureEncoding
{
    Hex,
    Base64,
}

/// <summary>How the text of a secret becomes the key. The names are the ids in API files, in kebab case.</summary>
public enum SignatureKey
{
    /// <summary>As UTF-8.</summary>
    Text,

    Hex,
    Base64,
}
