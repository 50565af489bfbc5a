using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>What a gateway told a shop by itself. It is one moment of a payment: webhooks may come twice, late and in any order.</summary>
public abstract class PaymentEvent
{
    private readonly EventContent _content;
    private string? _rawJson;

    /// <summary>Generated webhooks call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="content"/> is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PaymentEvent(EventContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _content = content;
    }

    /// <summary>
    /// The gateway's id of the webhook; a repeated delivery has the same. Empty if the webhook has none that can be used: it
    /// is missing, neither a text nor a number, longer than 256 characters, or has control characters.
    /// </summary>
    public string Id => _content.Id;

    /// <summary>
    /// What tells this webhook from every other: the <see cref="Id"/>, or where that is empty, <c>sha256:</c> and the SHA-256 of
    /// the body. A repeated delivery has the same.
    /// </summary>
    public string UniqueId => _content.UniqueId;

    /// <summary>The shop's own reference of the payment; null if the webhook has none.</summary>
    public string? TransactionReference => _content.Reference;

    /// <summary>What the type comes down to; <see cref="PaymentState.Unknown"/> for types that the spec does not know, and where the webhook has none.</summary>
    public abstract PaymentState State { get; }

    /// <summary>
    /// When it happened, to a tick (100 ns); null if the webhook has no time in ISO 8601 or RFC 3339. A time without an offset
    /// is read as UTC.
    /// </summary>
    public DateTimeOffset? Timestamp => _content.Timestamp;

    /// <summary>The money of this webhook, such as of a refund; null if the webhook has none that can be read exactly.</summary>
    public Money? Value => _content.Value;

    /// <summary>The payment method in the gateway's own words, which may differ from those of a request; null if the webhook has none.</summary>
    public string? Method => _content.Method;

    /// <summary>The link to query the payment, as the gateway gave it; null if the webhook has none.</summary>
    public string? PaymentLink => _content.Payment;

    /// <summary>The whole webhook, with what the spec does not know too. A byte order mark is left out.</summary>
    public string RawJson => _rawJson ??= Encoding.UTF8.GetString(_content.RawJson.Span);

    /// <summary>The gateway's type, unchanged; empty if the webhook has none, or one that is no text.</summary>
    protected string TypeText => _content.Type;

    /// <summary>Looks a member of the webhook up, also one that the spec does not know.</summary>
    /// <param name="path">Names joined by dots, such as <c>details.reason</c>.</param>
    /// <param name="value">The member's value. It stays valid.</param>
    /// <returns>False if the webhook has no such member.</returns>
    public bool TryGetMember(string path, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(path);
        value = _content.Root;
        return JsonPaths.TryFind(ref value, path);
    }

    /// <summary>Type, id, what happened, state, reference and money. The rest is withheld, and so are texts that are no plain codes.</summary>
    public override string ToString() =>
        $"{GetType().Name} {{ Id = {SafeText.CodeOrEmpty(Id)}, Type = {SafeText.CodeOrEmpty(TypeText)}, State = {State}, TransactionReference = {SafeText.CodeOrEmpty(TransactionReference ?? "")}, Value = {Value} }}";
}
