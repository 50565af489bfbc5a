using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>
/// What an operation on a payment results in if its response is not the payment, such as a refund. It is immutable, and so is the
/// payment: query the payment to see its new state.
/// </summary>
public abstract class OperationResult
{
    private readonly ResultResponse _response;
    private string? _rawJson;

    /// <summary>Initializes the object. Generated types call it.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    protected OperationResult(ResultResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        _response = response;
    }

    /// <summary>The gateway's id of the object.</summary>
    public string Id => _response.Id;

    /// <summary>The whole response, including members that the spec does not know.</summary>
    public string RawJson => _rawJson ??= Encoding.UTF8.GetString(_response.RawJson.Span);

    /// <summary>The whole response as the gateway sent it, in UTF-8.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ReadOnlyMemory<byte> RawUtf8 => _response.RawJson;

    /// <summary>The HTTP status of the response.</summary>
    public int StatusCode => _response.StatusCode;

    /// <summary>The gateway's status, unchanged; empty if the response has none.</summary>
    protected string StatusText => _response.Status;

    /// <inheritdoc cref="Payment.TryGetMember"/>
    public bool TryGetMember(string path, out JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(path);
        return ResponseMember.TryGet(_response.Root, path, out value);
    }

    /// <summary>A text in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected string? TextMember(string path) => ResponseMember.Text(_response.Root, path);

    /// <summary>A whole number in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected long? IntegerMember(string path) => ResponseMember.Integer(_response.Root, path);

    /// <summary>A boolean in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected bool? BooleanMember(string path) => ResponseMember.Boolean(_response.Root, path);

    /// <summary>Money in the response; null if there is none at the path, or another type of value.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    /// <param name="format">How the gateway writes money.</param>
    protected Money? MoneyMember(string path, MoneyFormat format) => ResponseMember.Money(_response.Root, path, format);

    /// <summary>Money in the response whose amount and currency are two members; null if one of them is missing or has another type.</summary>
    /// <param name="path">The amount, as for <see cref="TryGetMember"/>.</param>
    /// <param name="currency">The currency, as for <see cref="TryGetMember"/>.</param>
    /// <param name="format">How the gateway writes money.</param>
    protected Money? MoneyMember(string path, string currency, MoneyFormat format) => ResponseMember.Money(_response.Root, path, currency, format);

    /// <inheritdoc cref="Payment.MoneyOfPayment"/>
    protected Money? MoneyOfPayment(string path, MoneyFormat format) => ResponseMember.MoneyIn(_response.Root, path, _response.Currency, format);

    // The response may lack the currency of the payment.
    internal void Remember(CallValues? values) => _response.Currency ??= values?.Value?.Currency;

    /// <summary>An id in the response, which is a text or a number; null if there is none at the path.</summary>
    /// <param name="path">As for <see cref="TryGetMember"/>.</param>
    protected string? IdMember(string path) => ResponseMember.TextOrNumber(_response.Root, path);

    /// <summary>Type, id and status. The response is withheld, and so is an id or status that is not a plain code.</summary>
    public override string ToString() => $"{GetType().Name} {{ Id = {SafeText.CodeOrEmpty(Id)}, Status = {SafeText.CodeOrEmpty(StatusText)} }}";
}
