using System.ComponentModel;

namespace Apm;

/// <summary>The parts of a request or a response that a signature can cover.</summary>
/// <param name="Method">The HTTP method of the request.</param>
/// <param name="Path">The path of the request with its query, as it is sent.</param>
/// <param name="Body">The body; empty if there is none.</param>
/// <param name="Header">The value of a header of the message; null if it does not have the header.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SignedMessage(string Method, string Path, ReadOnlyMemory<byte> Body, Func<string, string?> Header);

/// <summary>How a message is signed.</summary>
public enum SignatureAlgorithm
{
    /// <summary>HMAC with SHA-256.</summary>
    HmacSha256,

    /// <summary>HMAC with SHA-512.</summary>
    HmacSha512,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    RsaSha256,
}

/// <summary>How the secret of an HMAC is written.</summary>
public enum SignatureKeyForm
{
    /// <summary>As a text, which is read as UTF-8.</summary>
    Text,

    /// <summary>In hexadecimal digits.</summary>
    Hex,

    /// <summary>In Base64.</summary>
    Base64,
}

/// <summary>How the time of a message is written.</summary>
public enum SignatureTimeForm
{
    /// <summary>As ISO 8601 in UTC.</summary>
    Iso,

    /// <summary>In seconds since 1970.</summary>
    UnixSeconds,

    /// <summary>In milliseconds since 1970.</summary>
    UnixMilliseconds,
}
