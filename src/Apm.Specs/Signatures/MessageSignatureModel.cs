namespace Apm.Specs;

/// <summary>A signature of a request or a response, in a header, over a text that is made of parts of the message.</summary>
public sealed record MessageSignatureModel
{
    public required string Header { get; init; }

    /// <summary>What the header has before the signature.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The signed text, part by part.</summary>
    public required EquatableArray<SignaturePartModel> Over { get; init; }

    public required SignatureAlgorithm Algorithm { get; init; }

    public required SignatureEncoding Encoding { get; init; }

    /// <summary>How the secret of an HMAC is written.</summary>
    public SignatureKeyForm Key { get; init; }

    /// <summary>The header with the time; null if the message states none.</summary>
    public string? TimeHeader { get; init; }

    public SignatureTimeForm TimeForm { get; init; }

    /// <summary>How many seconds the time may differ from that of the receiver; null if it is not checked.</summary>
    public int? ToleranceSeconds { get; init; }

    public bool IsRsa => Algorithm == SignatureAlgorithm.RsaSha256;
}

/// <param name="Text">The literal text, or the name of a header; empty for other parts.</param>
public sealed record SignaturePartModel(SignaturePart Part, string Text)
{
    /// <summary>The part as in a spec, such as <c>{body}</c>.</summary>
    public string Written => Part switch
    {
        SignaturePart.Text => Text,
        SignaturePart.Header => "{header." + Text + "}",
        _ => "{" + KebabCase.Of(Part.ToString()) + "}",
    };
}

/// <summary>A part of a signed text. The names are the words in braces, in kebab case.</summary>
public enum SignaturePart
{
    Text,
    Method,
    Path,
    Time,
    Body,
    Header,
}

/// <summary>How a secret is written. The names are the ids in specs, in kebab case.</summary>
public enum SignatureKeyForm
{
    Text,
    Hex,
    Base64,
}

/// <summary>How the time is written. The names are the ids in specs, in kebab case.</summary>
public enum SignatureTimeForm
{
    Iso,
    UnixSeconds,
    UnixMilliseconds,
}
