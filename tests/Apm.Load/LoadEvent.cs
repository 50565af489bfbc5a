using System.Security.Cryptography;
using System.Text;

namespace Apm.Load;

/// <summary>An event of an invented gateway.</summary>
internal sealed class LoadEvent : PaymentEvent, IPaymentEvent<LoadEvent>
{
    public const string Secret = "a secret that both know";

    private LoadEvent(EventContent content)
        : base(content)
    {
    }

    public static WebhookProfile Profile { get; } = new()
    {
        Api = "load/1",
        Id = "id",
        Type = "type",
        SignatureHeader = "Signature",
        SignatureForm = WebhookSignatureForm.Single,
        SignatureAlgorithm = WebhookSignatureAlgorithm.HmacSha256,
        SignatureEncoding = WebhookSignatureEncoding.Hex,
        AcknowledgeStatus = 200,
        AcknowledgeWithin = TimeSpan.FromSeconds(20),
        RepeatedFor = TimeSpan.FromDays(1),
    };

    public override PaymentState State => PaymentState.Paid;

    public static LoadEvent Parse(ReadOnlyMemory<byte> utf8Json) => new(EventContent.Read(Profile, utf8Json));

    public static HttpRequestMessage Delivery(Uri address, string id)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","type":"paid"}""");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation("Signature", Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body)));
        return request;
    }
}
