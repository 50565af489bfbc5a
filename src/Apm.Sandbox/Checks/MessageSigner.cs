using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Checks the signatures of requests, and signs responses, according to the API file.</summary>
internal static class MessageSigner
{
    public static bool IsRight(MessageSignatureModel how, SandboxCredentials credentials, GatewayRequest request, DateTimeOffset now)
    {
        if (request.Header(how.Header) is not { } header || !header.StartsWith(how.Prefix, StringComparison.Ordinal) || !IsInTime(how, request, now))
        {
            return false;
        }

        var text = Text(how, request.Method, request.Path + request.Query, request.Body, request.Header);
        var given = header[how.Prefix.Length..];
        if (!how.IsRsa)
        {
            return CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Encoded(how, Hmac(how, credentials.SigningKey, text))),
                Encoding.ASCII.GetBytes(how.Encoding == SignatureEncoding.Hex ? given.ToLowerInvariant() : given));
        }

        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(credentials.PrivateKey);
            var signature = how.Encoding == SignatureEncoding.Hex ? Convert.FromHexString(given) : Convert.FromBase64String(given);
            return rsa.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The response with the time and the signature of the gateway.</summary>
    public static GatewayResponse Signed(
        MessageSignatureModel how,
        SandboxCredentials credentials,
        GatewayRequest request,
        GatewayResponse answer,
        DateTimeOffset now)
    {
        var headers = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase);
        if (how.TimeHeader is { } time)
        {
            headers[time] = TimeOf(how, now);
        }

        var text = Text(how, request.Method, request.Path + request.Query, answer.Body, name => headers.GetValueOrDefault(name));
        headers[how.Header] = how.Prefix + Encoded(how, how.IsRsa ? Rsa(credentials.GatewayPrivateKey, text) : Hmac(how, credentials.SigningKey, text));
        return answer with { Headers = headers };
    }

    private static byte[] Text(MessageSignatureModel how, string method, string path, ReadOnlyMemory<byte> body, Func<string, string?> header) =>
    [
        .. how.Over.SelectMany(part => part.Part switch
        {
            SignaturePart.Body => body.ToArray(),
            SignaturePart.Method => Encoding.UTF8.GetBytes(method),
            SignaturePart.Path => Encoding.UTF8.GetBytes(path),
            SignaturePart.Time => Encoding.UTF8.GetBytes(header(how.TimeHeader ?? "") ?? ""),
            SignaturePart.Header => Encoding.UTF8.GetBytes(header(part.Text) ?? ""),
            _ => Encoding.UTF8.GetBytes(part.Text),
        }),
    ];

    private static bool IsInTime(MessageSignatureModel how, GatewayRequest request, DateTimeOffset now)
    {
        if (how.TimeHeader is not { } name)
        {
            return true;
        }

        if (request.Header(name) is not { } text)
        {
            return false;
        }

        DateTimeOffset? time = how.TimeForm == SignatureTimeForm.Iso
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var iso) ? iso : null
            : Scalars.Integer(text) is { } number ? Scalars.TimeOf(how.TimeForm == SignatureTimeForm.UnixSeconds ? number : number / 1000)
            : null;
        return time is { } stated && (how.ToleranceSeconds is not { } tolerance || Math.Abs((now - stated).TotalSeconds) <= tolerance);
    }

    private static string TimeOf(MessageSignatureModel how, DateTimeOffset now) => how.TimeForm switch
    {
        SignatureTimeForm.UnixSeconds => now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        SignatureTimeForm.UnixMilliseconds => now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        _ => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };

    private static string Encoded(MessageSignatureModel how, byte[] signature) =>
        how.Encoding == SignatureEncoding.Hex ? Convert.ToHexString(signature).ToLowerInvariant() : Convert.ToBase64String(signature);

    private static byte[] Rsa(string key, byte[] text)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(key);
        return rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static byte[] Hmac(MessageSignatureModel how, string secret, byte[] text)
    {
        var key = how.Key switch
        {
            SignatureKeyForm.Hex => Convert.FromHexString(secret),
            SignatureKeyForm.Base64 => Convert.FromBase64String(secret),
            _ => Encoding.UTF8.GetBytes(secret),
        };
        return how.Algorithm == SignatureAlgorithm.HmacSha512 ? HMACSHA512.HashData(key, text) : HMACSHA256.HashData(key, text);
    }
}
