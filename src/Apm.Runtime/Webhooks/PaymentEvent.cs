using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>A webhook about a payment. It describes one moment: webhooks may arrive twice, late and in any order.</summary>
public abstract class PaymentEvent
{
    private readonly EventContent _content;
    private string? _rawJson;

    /// <summary>Initializes the webhook. Generated types call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PaymentEvent(EventContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _content = content;
    }

    /// <summary>
    /// The gateway's id of the webhook. A repeated delivery has the same id. Empty if the webhook has no usable id: it
    /// is missing, neither a text nor a number, longer than 256 characters, or has control characters.
    /// </summary>
    public string Id => _content.Id;

    /// <summary>
    /// Identifies this webhook: the <see cref="Id"/>, or if it is empty, <c>sha256:</c> and the SHA-256 of
    /// the body. A repeated delivery has the same value.
    /// </summary>
    public string UniqueId => _content.UniqueId;

    /// <summary>The shop's own reference of the payment; null if the webhook has none.</summary>
    public string? TransactionReference => _content.Reference;

    /// <summary>
    /// The gateway's classification of the webhook, such as <c>payment</c> or <c>payout</c>; null if the webhook has none, or if the gateway
    /// does not classify webhooks.
    /// </summary>
    public string? Classification => _content.Classification;

    /// <summary>
    /// The state that the type stands for; <see cref="PaymentState.Unknown"/> for a missing type, for a type that the spec does not know, and
    /// for a webhook whose <see cref="Classification"/> states that it is not about a payment.
    /// </summary>
    public abstract PaymentState State { get; }

    /// <summary>
    /// When the event happened, with a precision of 100 ns; null if the webhook has no time in ISO 8601 or RFC 3339. A time without an
    /// offset is read as UTC.
    /// </summary>
    public DateTimeOffset? Timestamp => _content.Timestamp;

    /// <summary>The money of this webhook, such as of a refund; null if the webhook has none that can be read exactly.</summary>
    public Money? Value => _content.Value;

    /// <summary>The gateway's name of the payment method, which may differ from the name in a request; null if the webhook has none.</summary>
    public string? Method => _content.Method;

    /// <summary>The link or the id to query the payment, as the gateway gave it; null if the webhook has none.</summary>
    public string? PaymentLink => _content.Payment;

    /// <summary>The whole webhook, including members that the spec does not know, without a byte order mark.</summary>
    public string RawJson => _rawJson ??= Encoding.UTF8.GetString(_content.RawJson.Span);

    /// <summary>Whether the classification is that of a payment, or missing.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsAboutPayment => _content.IsAboutPayment;

    /// <summary>The members of the webhook.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected EventContent Content => _content;

    /// <summary>The gateway's type, unchanged; empty if the webhook has none, or if it is neither a text nor a number.</summary>
    protected string TypeText => _content.Type;

    /// <summary>The state of the type under conditions; null if the type alone decides.</summary>
    /// <param name="states">The types with conditions.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PaymentState? StateWhen(params ConditionalState[] states) => ConditionalState.Of(states, TypeText, () => _content.Root);

    /// <summary>Whether the webhook is about a refund or a capture, so that it states nothing about the payment.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected bool IsAboutResult => RefundState is not null || CaptureState is not null;

    /// <summary>The state of the payment that was queried because of a ping; null for a signed webhook.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PaymentState? QueriedState => _content.Queried?.State;

    internal string? QueriedValue => _content.QueriedValue;

    private RefundState? RefundState => _content.Queried is null ? _content.Profile.Refunds?.StateOf(TypeText, _content.Root) : null;

    private CaptureState? CaptureState => _content.Queried is null ? _content.Profile.Captures?.StateOf(TypeText, _content.Root) : null;

    /// <summary>The refund that the webhook names; null if it names none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected WebhookRefund? GetRefund() =>
        RefundState is { } state && EventContent.TextOrNumber(_content.Root, _content.Profile.Refunds!.Id) is { Length: > 0 } id ? new(id, state) : null;

    /// <summary>The capture that the webhook names; null if it names none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected WebhookCapture? GetCapture() =>
        CaptureState is { } state && EventContent.TextOrNumber(_content.Root, _content.Profile.Captures!.Id) is { Length: > 0 } id ? new(id, state) : null;

    /// <summary>The refund in the webhook; null if it has none.</summary>
    /// <param name="read">Reads a refund.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TRefund? GetRefund<TRefund>(Func<ApmHttpResponse, TRefund> read)
        where TRefund : Refund => RefundState is null ? null : ReadObject(_content.Profile.Refunds!.At, read);

    /// <summary>The capture in the webhook; null if it has none.</summary>
    /// <param name="read">Reads a capture.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TCapture? GetCapture<TCapture>(Func<ApmHttpResponse, TCapture> read)
        where TCapture : Capture => CaptureState is null ? null : ReadObject(_content.Profile.Captures!.At, read);

    /// <summary>The payment in the webhook, or the queried one after a ping; null if there is none.</summary>
    /// <param name="read">Reads a payment.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TPayment? GetPayment<TPayment>(Func<ApmHttpResponse, PaymentResponse> read)
        where TPayment : Payment, IPayment<TPayment>
    {
        if (_content.Queried is not null || !IsAboutPayment || IsAboutResult)
        {
            return _content.Queried as TPayment;
        }

        // An object of another kind, such as a dispute, can be at the same place.
        var payment = ReadObject(_content.Profile.Object, answer => TPayment.Create(read(answer)));
        return payment is null || (PaymentLink is { } known && payment.KnownId is { } id && payment.Self != known && id != known) ? null : payment;
    }

    private T? ReadObject<T>(string? path, Func<ApmHttpResponse, T> read)
        where T : class
    {
        if (EventContent.Find(_content.Root, path) is not { ValueKind: JsonValueKind.Object } found)
        {
            return null;
        }

        try
        {
            return read(new(200, Encoding.UTF8.GetBytes(found.GetRawText())));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Gets a member of the webhook, including members that the spec does not know.</summary>
    /// <param name="path">Names joined by dots, such as <c>details.reason</c>.</param>
    /// <param name="value">The member's value. It stays valid.</param>
    /// <returns>False if the webhook has no such member.</returns>
    public bool TryGetMember(string path, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(path);
        value = _content.Root;
        return JsonPaths.TryFind(ref value, path);
    }

    /// <summary>The type, id, gateway's type, state, reference and money. The rest is withheld, and so are texts that are not plain codes.</summary>
    public override string ToString() =>
        $"{GetType().Name} {{ Id = {SafeText.CodeOrEmpty(Id)}, Type = {SafeText.CodeOrEmpty(TypeText)}, State = {State}, "
            + $"TransactionReference = {SafeText.CodeOrEmpty(TransactionReference ?? "")}, Value = {Value} }}";
}
