using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>A payment as a gateway's response gave it. It does not change: a query makes a new one.</summary>
public abstract class Payment
{
    private readonly PaymentResponse _response;
    private string? _rawJson;

    // A boxed JsonElement: payments are shared between threads, and a reference is written whole.
    private object? _root;

    /// <summary>Generated payments call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    protected Payment(PaymentResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        _response = response;
    }

    /// <summary>What the gateway's status comes down to.</summary>
    public abstract PaymentState State { get; }

    /// <summary>
    /// The address to which the customer is sent: an absolute http or https address of a page, or one of an app whose scheme
    /// the spec names. Null if the response has none that is accepted.
    /// </summary>
    /// <remarks>
    /// It has printable ASCII characters only, so that a <c>Location</c> header carries it, and no quote, backtick, angle
    /// bracket or backslash, so that no HTML attribute ends in it. An address that the gateway gives so stays as it is. In
    /// every other, an international host is given in Punycode, and each further character that is not ASCII, <c>'</c> and the
    /// backtick are given as <c>%XX</c>: browsers read it as the same address. <see cref="RawJson"/> has what the gateway gave.
    /// </remarks>
    public string? Redirect => _response.Redirect;

    /// <summary>
    /// The response has an address that is not in <see cref="Redirect"/> because a customer must not be sent to it: its scheme
    /// is neither http nor https nor one that the spec names, or it has a user name, blanks, control characters, double quotes,
    /// angle brackets or backslashes, or its host has no ASCII form. It stands in <see cref="RawJson"/>. The payment itself is
    /// as good as any other.
    /// </summary>
    public bool IsRedirectRefused => _response.IsRedirectRefused;

    /// <summary>
    /// What the customer is shown to pay, where the gateway gives no address in its place: most often a QR code as a PNG
    /// in Base64, which a page shows as <c>data:image/png;base64,…</c>. As the gateway gave it; null if the response has none.
    /// </summary>
    public string? QrCode => _response.QrCode;

    /// <summary>The link, or the id, to query this payment later, exactly as the gateway gave it: store it with the order. Null
    /// where the response had none.</summary>
    public string? Self => _response.Self;

    /// <summary>The links and actions that the gateway offers on this payment now.</summary>
    public IReadOnlyList<PaymentAction> Actions => _response.Actions;

    /// <summary>The whole response, with what the spec does not know too.</summary>
    public string RawJson => _rawJson ??= Encoding.UTF8.GetString(_response.RawJson.Span);

    /// <summary>The whole response as the gateway sent it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlyMemory<byte> RawUtf8 => _response.RawJson;

    /// <summary>The HTTP status of the response.</summary>
    public int StatusCode => _response.StatusCode;

    /// <summary>The gateway's id of the payment; empty if the response had none.</summary>
    protected string Id => _response.Id;

    /// <summary>The gateway's status, unchanged; empty if the response had none.</summary>
    protected string Status => _response.Status;

    /// <summary>Looks a member of the response up, also one that the spec does not know.</summary>
    /// <param name="path">A member's name, or names joined by dots such as <c>_links.self.href</c>. A member whose own name has dots is found first.</param>
    /// <param name="value">The member's value. It stays valid.</param>
    /// <returns>False if the response has no such member.</returns>
    public bool TryGetMember(string path, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(path);
        var root = Root();
        if (JsonPaths.TryGetMember(root, path, out value))
        {
            return true;
        }

        value = root;
        return JsonPaths.TryFind(ref value, path);
    }

    /// <summary>The address of a link or action, or an error that says that the gateway does not offer it now.</summary>
    /// <param name="action">The gateway's name of it, such as <c>reverse</c>.</param>
    /// <param name="operation">What the shop wanted, such as <c>refund</c>.</param>
    /// <param name="notWhile">Statuses in which the gateway means something else by the same link.</param>
    /// <exception cref="ApmActionUnavailableException">The gateway gave no such link. Nothing was sent.</exception>
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

    /// <summary>The payment's id for the path of an operation, or an error that says that the gateway does not offer it now.</summary>
    /// <param name="operation">What the shop wanted, such as <c>refund</c>.</param>
    /// <param name="notWhile">Statuses in which the gateway means something else by the same path.</param>
    /// <exception cref="ApmActionUnavailableException">The payment has no id, or the status forbids it. Nothing was sent.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public string RequireId(string operation, params string[] notWhile)
    {
        ArgumentNullException.ThrowIfNull(notWhile);
        return Id.Length > 0 && Array.IndexOf(notWhile, Status) < 0
            ? Id
            : throw ApmActionUnavailableException.NotOffered(operation, operation, Status);
    }

    /// <summary>A text of the response; null if it has none at the path, or something else.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected string? TextMember(string path)
    {
        try
        {
            return TryGetMember(path, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, of which no text can be made.
            return null;
        }
    }

    /// <summary>A whole number of the response; null if it has none at the path, or something else.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected long? IntegerMember(string path) =>
        TryGetMember(path, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    /// <summary>A true or false of the response; null if it has none at the path, or something else.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected bool? BooleanMember(string path) =>
        TryGetMember(path, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.ValueKind == JsonValueKind.True : null;

    /// <summary>Money of the response; null if it has none at the path, or something else.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    /// <param name="format">How the gateway writes money.</param>
    protected Money? MoneyMember(string path, MoneyFormat format)
    {
        if (!TryGetMember(path, out var value) || value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
            reader.Read();
            return JsonInput.ReadMoney(ref reader, "$", path, format);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // No money, or not well-formed Unicode.
            return null;
        }
    }

    /// <summary>Type, id, status and state. Redirect, links and the raw answer are withheld, and so is an id or status that is no plain code.</summary>
    public override string ToString() => $"{GetType().Name} {{ Id = {SafeText.CodeOrEmpty(Id)}, Status = {SafeText.CodeOrEmpty(Status)}, State = {State} }}";

    private JsonElement Root()
    {
        if (_root is JsonElement root)
        {
            return root;
        }

        // Not JsonDocument, which rents from a pool what nobody here would give back.
        var reader = new Utf8JsonReader(_response.RawJson.Span);
        var parsed = JsonElement.ParseValue(ref reader);
        _root = parsed;
        return parsed;
    }
}
