// Right: (WorldpayDeviceDataDevice)7 => (WorldpayDeviceDataDevice)1
public static class Program
{
    public static object Pay() => new AlipayHkPaymentRequest
    {
        TransactionReference = "DEV-1",
        Merchant = new() { Entity = "default" },
        Instruction = new()
        {
            Value = new(5_000, "HKD"),
            Narrative = new() { Line1 = "Device" },
            PaymentInstrument = new(),
            ResultUrls = new() { Success = new("https://d.example/1"), Pending = new("https://d.example/2"), Failure = new("https://d.example/3") },
            DeviceData = new() { Device = (WorldpayDeviceDataDevice)7 }, // APM1006
        },
    };
}
