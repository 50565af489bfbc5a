using System.Net.Http.Headers;

namespace Apm.Sandbox;

/// <summary>A signed webhook about a payment.</summary>
public sealed class SandboxWebhook
{
    private readonly Func<string> _sign;
    private int _attempts;

    internal SandboxWebhook(
        string id,
        string type,
        string? reference,
        byte[] body,
        string mediaType,
        (string Name, Func<string> Sign) signature,
        int acknowledgeStatus,
        TimeSpan patience)
    {
        (Id, Type, Reference, Body, MediaType) = (id, type, reference, body, mediaType);
        (SignatureHeader, _sign) = signature;
        (AcknowledgeStatus, Patience) = (acknowledgeStatus, patience);
    }

    /// <summary>The id of the webhook. Every delivery has the same id.</summary>
    public string Id { get; }

    /// <summary>The gateway's type of the webhook.</summary>
    public string Type { get; }

    /// <summary>The shop's own reference of the payment.</summary>
    public string? Reference { get; }

    /// <summary>The signed body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The media type of the body.</summary>
    public string MediaType { get; }

    /// <summary>The name of the header with the <see cref="Signature"/>; empty if the signature is in the body.</summary>
    public string SignatureHeader { get; }

    /// <summary>The header's value, with the current time if it contains a time; empty if the signature is in the body.</summary>
    public string Signature => _sign();

    /// <summary>The number of deliveries so far.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    /// <summary>Whether the shop acknowledged the webhook.</summary>
    public bool IsAcknowledged { get; private set; }

    internal int AcknowledgeStatus { get; }

    internal TimeSpan Patience { get; }

    /// <summary>Creates a delivery of the webhook, for tests that send it to the shop themselves.</summary>
    /// <param name="url">The shop's endpoint.</param>
    public HttpRequestMessage ToRequest(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        if (SignatureHeader.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(SignatureHeader, Signature);
        }

        return request;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Type}, {Body.Length} bytes";

    internal void Delivered(bool isAcknowledged)
    {
        Interlocked.Increment(ref _attempts);
        IsAcknowledged |= isAcknowledged;
    }
}
