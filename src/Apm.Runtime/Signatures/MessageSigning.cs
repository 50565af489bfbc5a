using System.Security.Cryptography;

namespace Apm;

/// <summary>Signs the requests of a client, and checks the signatures of responses.</summary>
internal static class MessageSigning
{
    /// <summary>Adds the time and the signature to a request that has all its other headers.</summary>
    public static void Sign(HttpRequestMessage request, ReadOnlyMemory<byte> body, SignatureProfile profile, string key, DateTimeOffset now)
    {
        if (profile.TimeHeader is { } time)
        {
            request.Headers.Remove(time);
            request.Headers.TryAddWithoutValidation(time, profile.TimeOf(now));
        }

        request.Headers.Remove(profile.Header);
        request.Headers.TryAddWithoutValidation(
            profile.Header,
            profile.Sign(key, new SignedMessage(request.Method.Method, request.RequestUri!.PathAndQuery, body, name => Value(request, name))));
    }

    /// <param name="answer">The response.</param>
    /// <param name="isRequired">Whether a response without the header is not believed.</param>
    /// <param name="method">The HTTP method of the request.</param>
    /// <param name="path">The path and the query of the request.</param>
    /// <param name="profile">The signature of responses.</param>
    /// <param name="key">The key of the gateway.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="CryptographicException">The response does not have a right signature.</exception>
    public static void Check(
        BufferedResponse answer,
        bool isRequired,
        string method,
        string path,
        SignatureProfile profile,
        string key,
        DateTimeOffset now)
    {
        // An error of a server in front of the gateway has no signature. An error that contains a payment is from the gateway.
        if (!isRequired && answer.Header(profile.Header) is null)
        {
            return;
        }

        if (!profile.IsRight(key, new SignedMessage(method, path, answer.Body, answer.Header), now))
        {
            throw new CryptographicException("The response does not have a right signature of the gateway.");
        }
    }

    private static string? Value(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
