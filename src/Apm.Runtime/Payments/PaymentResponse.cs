using System.ComponentModel;

namespace Apm;

/// <summary>What a generated reader found in a gateway's response.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PaymentResponse
{
    private static readonly ReadOnlyMemory<byte> s_noMembers = "{}"u8.ToArray();

    private readonly ReadOnlyMemory<byte> _rawJson = s_noMembers;
    private JsonText _id;
    private JsonText _status;
    private JsonText _redirect;
    private JsonText _qrCode;
    private JsonText _self;
    private StoredFacts? _stored;

    /// <summary>The gateway's id of the payment; empty if the response has none.</summary>
    public string Id
    {
        get => _id.In(RawJson) ?? "";
        init => _id = new JsonText(value);
    }

    /// <summary>The gateway's status, unchanged; empty if the response has none.</summary>
    public string Status
    {
        get => _status.In(RawJson) ?? "";
        init => _status = new JsonText(value);
    }

    /// <summary>The address to which the customer must be sent; null if the response has none.</summary>
    public string? Redirect
    {
        get => _redirect.In(RawJson);
        init => _redirect = new JsonText(value);
    }

    /// <summary>Whether the response has an address that a customer must not be sent to.</summary>
    public bool IsRedirectRefused { get; init; }

    /// <summary>What the customer is shown if there is no address; null if the response has none.</summary>
    public string? QrCode
    {
        get => _qrCode.In(RawJson);
        init => _qrCode = new JsonText(value);
    }

    /// <summary>The link to query the payment; null if the response has none.</summary>
    public string? Self
    {
        get => _self.In(RawJson);
        init => _self = new JsonText(value);
    }

    /// <summary>Sets <see cref="Id"/> to its position in <see cref="RawJson"/>.</summary>
    public JsonText IdText
    {
        init => _id = value;
    }

    /// <summary>Sets <see cref="Status"/> to its position in <see cref="RawJson"/>.</summary>
    public JsonText StatusText
    {
        init => _status = value;
    }

    /// <summary>Sets <see cref="Redirect"/> to its position in <see cref="RawJson"/>.</summary>
    public JsonText RedirectText
    {
        init => _redirect = value;
    }

    /// <summary>Sets <see cref="QrCode"/> to its position in <see cref="RawJson"/>.</summary>
    public JsonText QrCodeText
    {
        init => _qrCode = value;
    }

    /// <summary>Sets <see cref="Self"/> to its position in <see cref="RawJson"/>.</summary>
    public JsonText SelfText
    {
        init => _self = value;
    }

    /// <summary>The links and actions that the gateway offers now, in the order of the response.</summary>
    public IReadOnlyList<PaymentAction> Actions { get; init; } = [];

    /// <summary>The body of the response, as UTF-8; <c>{}</c> if there is none, such as in a payment that a test creates.</summary>
    public ReadOnlyMemory<byte> RawJson
    {
        get => _rawJson;
        init => _rawJson = value.IsEmpty ? s_noMembers : value;
    }

    /// <summary>The HTTP status of the response.</summary>
    public int StatusCode { get; init; }

    /// <summary>The shop's reference, if the shop stored it or the request had it; otherwise null.</summary>
    public string? Reference
    {
        get => _stored?.Reference;
        init => _stored = new(value, _stored?.Value);
    }

    /// <summary>The money of the payment, if the shop stored it or the request had it; otherwise null.</summary>
    public Money? Value
    {
        get => _stored?.Value;
        init => _stored = new(_stored?.Reference, value);
    }

    internal void Remember(CallValues? values)
    {
        if (values is not null)
        {
            _stored = new(Reference ?? values.Reference, Value ?? values.Value);
        }
    }

    internal ApmGatewayException? Error { get; set; }

    /// <summary>The HTTP status. Everything else is withheld.</summary>
    public override string ToString() => $"{nameof(PaymentResponse)} {{ StatusCode = {StatusCode} }}";
}

/// <summary>What a shop knows about a payment without a response.</summary>
internal sealed record StoredFacts(string? Reference, Money? Value);

/// <summary>A link or action that the gateway offers on a payment.</summary>
/// <param name="Name">The name, such as <c>reverse</c>.</param>
/// <param name="Href">The address, exactly as the gateway gave it.</param>
public readonly record struct PaymentAction(string Name, string Href)
{
    /// <summary>The name, unless it is not a plain code. The address is withheld.</summary>
    public override string ToString() => SafeText.CodeOrEmpty(Name ?? "");
}
