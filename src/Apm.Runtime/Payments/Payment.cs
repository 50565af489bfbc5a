using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>A payment as a gateway's response described it. It is immutable: a query creates a new one.</summary>
public abstract class Payment
{
    private readonly PaymentResponse _response;
    private string? _rawJson;

    // A boxed JsonElement: payments are shared between threads, and the write of a reference is atomic.
    private object? _root;

    /// <summary>Initializes the payment. Generated payments call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    protected Payment(PaymentResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        _response = response;
    }

    /// <summary>The state that the gateway's status stands for.</summary>
    public abstract PaymentState State { get; }

    /// <summary>
    /// The address to which the customer must be sent: an absolute http or https address of a page, or the address of an app whose
    /// scheme the spec names. Null if the response has no accepted address.
    /// </summary>
    /// <remarks>
    /// It has only printable ASCII characters, so that it can be put into a <c>Location</c> header, and no quote, backtick, angle
    /// bracket or backslash, so that it cannot end an HTML attribute. An address that the gateway gave in this form is unchanged. In
    /// every other address, an international host is converted to Punycode, and each further character that is not ASCII, <c>'</c>
    /// and the backtick are converted to <c>%XX</c>. Browsers read it as the same address. <see cref="RawJson"/> has the original.
    /// </remarks>
    public string? Redirect => _response.Redirect ?? (GetNext() is RedirectAction { IsPost: false } next ? next.Url : null);

    /// <summary>
    /// The response has an address that is not in <see cref="Redirect"/> because a customer must not be sent to it: its scheme
    /// is neither http nor https nor one that the spec names, or it has a user name, blanks, control characters, double quotes,
    /// angle brackets or backslashes, or its host has no ASCII form. The address is in <see cref="RawJson"/>. The payment itself is
    /// not affected.
    /// </summary>
    public bool IsRedirectRefused => _response.IsRedirectRefused || GetNext() is { IsAddressRefused: true };

    /// <summary>
    /// What the customer needs to pay if the gateway gives no address: most often a QR code as a PNG in Base64, which a page shows
    /// as <c>data:image/png;base64,…</c>. It is unchanged. Null if the response has none.
    /// </summary>
    public string? QrCode => _response.QrCode ?? (GetNext() as QrCodeAction)?.Text;

    /// <summary>The link or the id to query this payment later, exactly as the gateway gave it: store it with the order. Null
    /// if the response has none.</summary>
    public string? Self => _response.Self;

    /// <summary>The links and actions that the gateway offers on this payment now.</summary>
    public IReadOnlyList<PaymentAction> Actions => _response.Actions;

    /// <summary>The whole response, including members that the spec does not know.</summary>
    public string RawJson => _rawJson ??= Encoding.UTF8.GetString(_response.RawJson.Span);

    /// <summary>The whole response as the gateway sent it, in UTF-8.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlyMemory<byte> RawUtf8 => _response.RawJson;

    /// <summary>The HTTP status of the response.</summary>
    public int StatusCode => _response.StatusCode;

    /// <summary>The gateway's id of the payment; empty if the response has none.</summary>
    protected string Id => _response.Id;

    /// <summary>The gateway's status, unchanged; empty if the response has none.</summary>
    protected string Status => _response.Status;

    /// <summary>What the customer does next; null if the spec does not describe it, or there is nothing to do.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual NextAction? GetNext() => null;

    /// <summary>Reads what the customer does next; null in a final state.</summary>
    /// <param name="profile">Where the response has it.</param>
    protected NextAction? ReadNext(NextProfile profile) => State.IsFinal() ? null : NextReader.Read(profile, Root());

    internal string? KnownId => Id.Length > 0 ? Id : null;

    /// <summary>The shop's reference of the payment; null if it is not known.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual string? GetReference() => _response.Reference;

    /// <summary>The money of the payment; null if it is not known.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual Money? GetPaidValue() => _response.Value;

    // A response of an operation may lack what the request had.
    internal void Remember(CallValues? values) => _response.Remember(values);

    /// <summary>Gets a member of the response, including members that the spec does not know.</summary>
    /// <param name="path">A member's name, or names joined by dots such as <c>_links.self.href</c>. A member whose own name has dots is found first.</param>
    /// <param name="value">The member's value. It stays valid.</param>
    /// <returns>False if the response has no such member.</returns>
    public bool TryGetMember(string path, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ResponseMember.TryGet(Root(), path, out value);
    }

    /// <summary>Returns the address of a link or action.</summary>
    /// <param name="action">The gateway's name of it, such as <c>reverse</c>.</param>
    /// <param name="operation">The id of the operation, such as <see cref="PaymentOperation.Refund"/>.</param>
    /// <param name="notWhile">Statuses in which the link has another meaning.</param>
    /// <exception cref="ApmActionUnavailableException">The gateway does not offer the operation now. Nothing was sent.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string RequireLink(string action, string operation, params string[] notWhile)
    {
        ArgumentNullException.ThrowIfNull(notWhile);
        if (Array.IndexOf(notWhile, _response.Status) >= 0)
        {
            throw ApmActionUnavailableException.NotOffered(operation, action, _response.Status);
        }

        var actions = _response.Actions;
        for (var index = 0; index < actions.Count; index++)
        {
            if (string.Equals(actions[index].Name, action, StringComparison.Ordinal))
            {
                return actions[index].Href;
            }
        }

        throw ApmActionUnavailableException.NotOffered(operation, action, _response.Status);
    }

    /// <summary>Returns the payment's id for the path of an operation.</summary>
    /// <param name="operation">The id of the operation, such as <see cref="PaymentOperation.Refund"/>.</param>
    /// <param name="notWhile">Statuses in which the path has another meaning.</param>
    /// <exception cref="ApmActionUnavailableException">The payment has no id, or its status does not allow the operation. Nothing was sent.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string RequireId(string operation, params string[] notWhile)
    {
        ArgumentNullException.ThrowIfNull(notWhile);
        return Id.Length > 0 && Array.IndexOf(notWhile, Status) < 0
            ? Id
            : throw ApmActionUnavailableException.NotOffered(operation, operation, Status);
    }

    /// <summary>A text in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected string? TextMember(string path) => ResponseMember.Text(Root(), path);

    /// <summary>A text in the response, or the digits of a number; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected string? IdMember(string path) => ResponseMember.TextOrNumber(Root(), path);

    /// <summary>A whole number in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected long? IntegerMember(string path) => ResponseMember.Integer(Root(), path);

    /// <summary>A boolean in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected bool? BooleanMember(string path) => ResponseMember.Boolean(Root(), path);

    /// <summary>Money in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    /// <param name="format">How the gateway writes money.</param>
    protected Money? MoneyMember(string path, MoneyFormat format) => ResponseMember.Money(Root(), path, format);

    /// <summary>The state of a payment that keeps its status when it is refunded.</summary>
    /// <param name="state">The state that the status stands for.</param>
    /// <param name="refunded">The money that was refunded so far.</param>
    /// <param name="paid">The money that was captured or paid.</param>
    /// <returns><see cref="PaymentState.Refunded"/> for a paid payment of which all is refunded, otherwise <paramref name="state"/>.</returns>
    protected static PaymentState StateOf(PaymentState state, Money? refunded, Money? paid) =>
        state == PaymentState.Paid
        && refunded is { MinorUnits: > 0 } back
        && paid is { } all
        && back.Currency == all.Currency
        && back.MinorUnits >= all.MinorUnits
            ? PaymentState.Refunded
            : state;

    /// <summary>The state of the status under conditions; null if the status alone decides.</summary>
    /// <param name="states">The statuses with conditions.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected PaymentState? StateWhen(params ConditionalState[] states) => ConditionalState.Of(states, Status, Root);

    /// <summary>The error that contained the payment; null if the response was not an error.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ApmGatewayException? ErrorOfResponse => _response.Error;

    internal void IsIn(ApmGatewayException error) => _response.Error = error;

    /// <summary>Money in the response whose currency is another member; null if one of the two is absent, or has another type of value.</summary>
    /// <param name="path">The path of the amount, as for <see cref="TryGetMember"/>.</param>
    /// <param name="currency">The path of the currency.</param>
    /// <param name="format">How the gateway writes money.</param>
    protected Money? MoneyMember(string path, string currency, MoneyFormat format) =>
        ResponseMember.Money(Root(), path, currency, format);

    /// <summary>Money in the response whose currency is that of the payment; null if there is none, or the currency is not known.</summary>
    /// <param name="path">The path of the amount, as for <see cref="TryGetMember"/>.</param>
    /// <param name="format">How the gateway writes money.</param>
    protected Money? MoneyOfPayment(string path, MoneyFormat format) => ResponseMember.MoneyIn(Root(), path, GetPaidValue()?.Currency, format);

    /// <summary>Type, id, status and state. Redirect, links and the raw response are withheld, and so is an id or status that is not a plain code.</summary>
    public override string ToString() => $"{GetType().Name} {{ Id = {SafeText.CodeOrEmpty(Id)}, Status = {SafeText.CodeOrEmpty(Status)}, State = {State} }}";

    private JsonElement Root()
    {
        if (_root is JsonElement root)
        {
            return root;
        }

        // Not JsonDocument, which rents from a pool and would have to be disposed of.
        var reader = new Utf8JsonReader(_response.RawJson.Span);
        var parsed = JsonElement.ParseValue(ref reader);
        _root = parsed;
        return parsed;
    }
}
