using System.ComponentModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Apm;

/// <summary>How requests or responses are signed. Generated clients create it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SignatureProfile
{
    /// <summary>The header with the signature.</summary>
    public required string Header { get; init; }

    /// <summary>What the header has before the signature.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The signed text, part by part: <c>{method}</c>, <c>{path}</c>, <c>{time}</c>, <c>{body}</c>, <c>{header.Name}</c>, or literal text.</summary>
    public IReadOnlyList<string> Over { get; init; } = ["{body}"];

    /// <summary>The algorithm.</summary>
    public required SignatureAlgorithm Algorithm { get; init; }

    /// <summary>Whether the signature is written in hexadecimal digits, and not in Base64.</summary>
    public bool IsHex { get; init; }

    /// <summary>How the secret of an HMAC is written.</summary>
    public SignatureKeyForm Key { get; init; }

    /// <summary>The header with the time; null if there is none.</summary>
    public string? TimeHeader { get; init; }

    /// <summary>How the time is written.</summary>
    public SignatureTimeForm TimeForm { get; init; }

    /// <summary>How much the time may differ from that of the receiver; null if it is not checked.</summary>
    public TimeSpan? Tolerance { get; init; }

    /// <summary>The header's value with the signature of a message.</summary>
    /// <param name="key">The secret, or a private key in PEM.</param>
    /// <param name="message">The parts of the message.</param>
    public string Sign(string key, SignedMessage message)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(message);
        var signature = Signature(key, Text(message));
        return Prefix + (IsHex ? Convert.ToHexString(signature).ToLowerInvariant() : Convert.ToBase64String(signature));
    }

    /// <summary>Whether a message has the right signature.</summary>
    /// <param name="key">The secret, or a public key in PEM.</param>
    /// <param name="message">The parts of the message, with its headers.</param>
    /// <param name="now">The time of the receiver.</param>
    public bool IsRight(string key, SignedMessage message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(message);
        if (message.Header(Header) is not { } value || !value.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        return IsInTime(message, now) && IsRight(key, Text(message), value[Prefix.Length..].Trim());
    }

    /// <summary>A time as the header has it.</summary>
    public string TimeOf(DateTimeOffset time) => TimeForm switch
    {
        SignatureTimeForm.UnixSeconds => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        SignatureTimeForm.UnixMilliseconds => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        _ => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    /// <summary>Why a text is not a key; null if it is.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isPrivate">Whether the key signs.</param>
    internal string? Problem(string? key, bool isPrivate)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            return "must not be empty.";
        }

        try
        {
            if (Algorithm == SignatureAlgorithm.RsaSha256)
            {
                using var rsa = RSA.Create();
                rsa.ImportFromPem(key);
                _ = isPrivate ? rsa.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) : [];
                return null;
            }

            return Secret(key).Length > 0 ? null : "must not be empty.";
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or CryptographicException)
        {
            return Algorithm == SignatureAlgorithm.RsaSha256 ? $"must be a {(isPrivate ? "private" : "public")} key for RSA in PEM."
                : Key == SignatureKeyForm.Hex ? "must consist of hexadecimal digits."
                : "must be in Base64.";
        }
    }

    private bool IsInTime(SignedMessage message, DateTimeOffset now)
    {
        if (TimeHeader is null || Tolerance is not { } tolerance)
        {
            return true;
        }

        DateTimeOffset? time = message.Header(TimeHeader) is not { } text ? null
            : TimeForm == SignatureTimeForm.Iso
                ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var iso) ? iso : null
            : !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
            : TimeForm == SignatureTimeForm.UnixSeconds && number <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.FromUnixTimeSeconds(number)
            : TimeForm == SignatureTimeForm.UnixMilliseconds && number <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? DateTimeOffset.FromUnixTimeMilliseconds(number)
            : null;
        return time is { } stated && (now - stated).Duration() <= tolerance;
    }

    private byte[] Text(SignedMessage message)
    {
        using var text = new MemoryStream();
        foreach (var part in Over)
        {
            if (part == "{body}")
            {
                text.Write(message.Body.Span);
                continue;
            }

            text.Write(Encoding.UTF8.GetBytes(part switch
            {
                "{method}" => message.Method,
                "{path}" => message.Path,
                "{time}" => message.Header(TimeHeader ?? "") ?? "",
                ['{', .., '}'] => message.Header(part["{header.".Length..^1]) ?? "",
                _ => part,
            }));
        }

        return text.ToArray();
    }

    private byte[] Signature(string key, byte[] text)
    {
        if (Algorithm != SignatureAlgorithm.RsaSha256)
        {
            return Hmac(key, text);
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(key);
        return rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private bool IsRight(string key, byte[] text, string given)
    {
        byte[] signature;
        try
        {
            signature = IsHex ? Convert.FromHexString(given) : Convert.FromBase64String(given);
        }
        catch (FormatException)
        {
            return false;
        }

        if (Algorithm != SignatureAlgorithm.RsaSha256)
        {
            return CryptographicOperations.FixedTimeEquals(Hmac(key, text), signature);
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(key);
        return rsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private byte[] Hmac(string key, byte[] text) => Algorithm == SignatureAlgorithm.HmacSha512
        ? HMACSHA512.HashData(Secret(key), text)
        : HMACSHA256.HashData(Secret(key), text);

    private byte[] Secret(string key) => Key switch
    {
        SignatureKeyForm.Hex => Convert.FromHexString(key),
        SignatureKeyForm.Base64 => Convert.FromBase64String(key),
        _ => Encoding.UTF8.GetBytes(key),
    };
}
