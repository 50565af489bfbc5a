namespace Apm.Specs;

/// <summary>Reads <c>read</c>: what must be read from a response or a webhook.</summary>
internal sealed class ReadingReader(SpecMapping map)
{
    public ExchangeReading Read() => new()
    {
        Id = Text("id"),
        Status = Text("status"),
        State = map.Find("state")?.Choice<PaymentState>(),
        Self = Text("self"),
        Redirect = Text("redirect"),
        QrCode = Text("qr-code"),
        Operations = Texts("operations"),
        Error = Text("error"),
        ErrorsAt = Texts("errors-at"),
        Type = Text("type"),
        Reference = Text("reference"),
        Payment = Text("payment"),
        Method = Text("method"),
        Value = Text("value"),
    };

    private string? Text(string key) => map.Find(key)?.Scalar()?.Value;

    // An empty list is a statement: the payment offers nothing.
    private EquatableArray<string>? Texts(string key) => map.EntryOf(key)?.Value is SequenceSyntax { Items.Count: 0 }
        ? default(EquatableArray<string>)
        : map.Find(key)?.Texts().Select(text => text.Value).ToEquatableArray();
}
