namespace Apm.Tests.Acme;

/// <summary>An event of the fictitious gateway, whose signature is set by the test.</summary>
public sealed class AcmeEvent : PaymentEvent, IPaymentEvent<AcmeEvent>
{
    public static readonly WebhookProfile Shape = With(WebhookSignatureForm.Single, WebhookSignatureAlgorithm.HmacSha512, WebhookSignatureEncoding.Base64);

    private AcmeEvent(EventContent content)
        : base(content)
    {
    }

    public override PaymentState State => TypeText == "paid" ? PaymentState.Paid : PaymentState.Unknown;

    public string Type => TypeText;

    static WebhookProfile IPaymentEvent<AcmeEvent>.Profile => Shape;

    public static AcmeEvent Parse(ReadOnlyMemory<byte> utf8Json) => new(EventContent.Read(Shape, utf8Json));

    public static AcmeEvent Parse(string json) => Parse(System.Text.Encoding.UTF8.GetBytes(json));

    public static WebhookProfile With(
        WebhookSignatureForm form,
        WebhookSignatureAlgorithm algorithm,
        WebhookSignatureEncoding encoding,
        MoneyFormat? money = null
    ) =>
        new()
        {
            Api = "acme/1",
            Id = "id",
            Type = "what.type",
            Reference = "order.reference",
            Timestamp = "at",
            Money = "order.sum",
            MoneyFormat = money ?? new MoneyFormat(MoneyNotation.DecimalString, "total", "code"),
            Method = "method",
            Payment = "links.payment",
            SignatureHeader = "Acme-Signature",
            SignatureForm = form,
            SignatureAlgorithm = algorithm,
            SignatureEncoding = encoding,
            AcknowledgeStatus = 204,
            AcknowledgeWithin = TimeSpan.FromSeconds(5),
        };
}
