// Right: ExpiryIn = 180 => ExpiryIn = 90
public abstract class Controller
{
    protected object Ok(object value) => value;
}

public sealed class QrController : Controller
{
    public object Create(string number, long fen)
    {
        var request = new WechatpayPaymentRequest
        {
            TransactionReference = number,
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Value = new(fen, "CNY"),
                Narrative = new() { Line1 = "Qr" },
                PaymentInstrument = new(),
                ExpiryIn = 180, // APM1007
            },
        };
        return Ok(request);
    }
}

public static class Program
{
    public static object Pay() => new QrController().Create("QR-9", 100);
}
