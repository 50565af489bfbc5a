using System.ComponentModel;
using System.Globalization;

namespace Apm;

// docs/decisions/any-gateway.md
/// <summary>The values of one call that the spec names, such as <c>payment.id</c> and <c>merchant.account</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallValues
{
    private readonly string _operation;
    private readonly DateTimeOffset _now;
    private List<KeyValuePair<string, string>>? _query;
    private List<KeyValuePair<string, string>>? _headers;

    internal CallValues(string operation, ClientSettings? settings, DateTimeOffset now) => (_operation, Settings, _now) = (operation, settings, now);

    /// <summary>Values for a body of which only the places of names matter: each value is the name in braces.</summary>
    public static CallValues Placeholders => new("", null, default);

    /// <summary>The idempotency key; null if the operation has none.</summary>
    public string? Key { get; internal init; }

    /// <summary>The options of the call; null for placeholders.</summary>
    internal ClientSettings? Settings { get; }

    internal string? PaymentId { get; init; }

    internal string? ResultId { get; init; }

    internal string? Reference { get; init; }

    internal Money? Value { get; init; }

    /// <summary>The order of the payment that is continued; null for other operations.</summary>
    internal ApmOrder? Order { get; init; }

    /// <summary>The parameters of the address at which the customer returned; null for other operations.</summary>
    internal IReadOnlyDictionary<string, string>? Returned { get; init; }

    internal bool IsPlaceholder => Settings is null;

    internal IReadOnlyList<KeyValuePair<string, string>> Query => _query ?? [];

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? [];

    internal void AddQuery(string name, string value) => (_query ??= []).Add(new(name, value));

    internal void AddHeader(string name, string value) => (_headers ??= []).Add(new(name, value));

    /// <summary>The value of a name; null for a setting that the merchant has not set.</summary>
    /// <exception cref="ApmActionUnavailableException">The value is one of the payment, and is not known.</exception>
    internal string? Find(string name)
    {
        if (Settings is not { } settings)
        {
            return "{" + name + "}";
        }

        const string Merchant = "merchant.";
        const string Return = "return.";
        if (name.StartsWith(Return, StringComparison.Ordinal))
        {
            return Returned?.GetValueOrDefault(name[Return.Length..]) is { Length: > 0 } parameter
                ? parameter
                : throw ApmActionUnavailableException.NotReturned(_operation, name[Return.Length..]);
        }

        return name.StartsWith(Merchant, StringComparison.Ordinal) ? settings.Options.GetSetting(name[Merchant.Length..]) : name switch
        {
            "id" or "payment.id" => PaymentId ?? throw Unknown(name),
            "payment.reference" => Reference ?? throw Unknown(name),
            "payment.currency" => Money(name).Currency,
            "refund.id" or "capture.id" => ResultId ?? throw Unknown(name),
            "key" => Key ?? throw Unknown(name),
            "now" => _now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            _ => throw Unknown(name),
        };
    }

    /// <summary>The money of the payment.</summary>
    /// <exception cref="ApmActionUnavailableException">It is not known.</exception>
    internal Money Money(string name) => Value ?? throw Unknown(name);

    /// <summary>The text with the values of its names; null if a setting in it has no value.</summary>
    /// <param name="template">A text with names in braces.</param>
    /// <param name="isSegment">Whether each value is one segment of a path, or one value of a query string.</param>
    internal string? Fill(string template, bool isSegment)
    {
        var start = template.IndexOf('{', StringComparison.Ordinal);
        if (start < 0)
        {
            return template;
        }

        var text = new System.Text.StringBuilder();
        var end = -1;
        for (; start >= 0; start = template.IndexOf('{', end + 1))
        {
            text.Append(template, end + 1, start - end - 1);
            end = template.IndexOf('}', start);
            if (Find(template[(start + 1)..end]) is not { } value)
            {
                return null;
            }

            // An id of dots would lead to another path.
            text.Append(!isSegment ? value
                : value is "" or "." or ".." ? throw ApmActionUnavailableException.Malformed(_operation)
                : Uri.EscapeDataString(value));
        }

        return text.Append(template, end + 1, template.Length - end - 1).ToString();
    }

    private ApmActionUnavailableException Unknown(string name) => ApmActionUnavailableException.NotKnown(_operation, name);
}
