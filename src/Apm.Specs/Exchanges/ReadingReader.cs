namespace Apm.Specs;

/// <summary>Reads <c>read</c>: what must be read from a response or a webhook.</summary>
internal sealed class ReadingReader(SpecMapping map)
{
    private const int MaxErrors = 100;

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
        Code = map.Find("code")?.Choice<ErrorKind>(),
        Message = Text("message"),
        Next = Next(map.Find("next")),
        Members = Members(map),
        Errors = Errors(),
        Type = Text("type"),
        Classification = Text("classification"),
        Timestamp = Text("timestamp"),
        Reference = Text("reference"),
        Payment = Text("payment"),
        Method = Text("method"),
        Value = Text("value"),
        Captured = Text("captured"),
        Refunded = Text("refunded"),
        Result = Result(map.Find("result")),
        Object = map.Find("object") is { } payment && payment.Mapping() is { } members
            ? new ReadingReader(new SpecMapping(members, ExchangeKeys.Read, payment.Diagnostics, payment.Key.Span)).Read()
            : null,
        Each = map.Find("each")?.Mappings(ExchangeKeys.Read, MaxErrors).Select(one => new ReadingReader(one).Read()).ToEquatableArray(),
    };

    private static EquatableArray<ExchangeMember>? Next(SpecValue? entry)
    {
        if (entry?.Mapping() is not { } mapping)
        {
            return null;
        }

        var next = new SpecMapping(mapping, ExchangeKeys.Next, entry.Diagnostics, entry.Key.Span);
        var members = ExchangeKeys.Next.Names.Where(key => key != "fields").Select(key => new ExchangeMember(key, Text(next, key)));
        var fields = next.Find("fields")?.Mapping()?.Entries
            .Select(field => new ExchangeMember("fields." + field.Key.Value, Text(field, entry.Diagnostics))) ?? [];
        return members.Concat(fields).Where(member => member.Text is not null).ToEquatableArray();
    }

    private static ExchangeResult? Result(SpecValue? entry)
    {
        if (entry?.Mapping() is not { } mapping)
        {
            return null;
        }

        var result = new SpecMapping(mapping, ExchangeKeys.Result, entry.Diagnostics, entry.Key.Span);
        return new ExchangeResult
        {
            Id = Text(result, "id"),
            Status = Text(result, "status"),
            State = result.Find("state")?.Choice<ResultState>(),
            Value = Text(result, "value"),
            Payment = Text(result, "payment"),
            Members = Members(result),
        };
    }

    private static EquatableArray<ExchangeMember>? Members(SpecMapping map) => map.Find("members") is { } entry && entry.Mapping() is { } members
        ? members.Entries.Select(member => new ExchangeMember(member.Key.Value, Text(member, entry.Diagnostics))).ToEquatableArray()
        : null;

    private static string? Text(MappingEntry member, DiagnosticBag report)
    {
        if (member.Value is ScalarSyntax scalar)
        {
            return scalar.Value;
        }

        report.Add(
            SpecDescriptors.WrongKind,
            member.Value.Span,
            $"{MessageText.Of(member.Key.Value)} must have one text, not {SpecValue.KindOf(member.Value)}");
        return null;
    }

    private EquatableArray<ExchangeErrorDetail>? Errors() => map.Find("errors")?.Mappings(ExchangeKeys.ErrorDetail, MaxErrors).Select(Error).ToEquatableArray();

    private static ExchangeErrorDetail Error(SpecMapping detail) => new(Text(detail, "at"), Text(detail, "name"), Text(detail, "message"));

    private string? Text(string key) => Text(map, key);

    private static string? Text(SpecMapping map, string key) => map.Find(key)?.Scalar()?.Value;

    // An empty list is a statement: the payment offers nothing.
    private EquatableArray<string>? Texts(string key) => map.EntryOf(key)?.Value is SequenceSyntax { Items.Count: 0 }
        ? default(EquatableArray<string>)
        : map.Find(key)?.Texts().Select(text => text.Value).ToEquatableArray();
}
