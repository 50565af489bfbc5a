using Apm.Sandbox;

// The gateway itself: BaseAddress = WorldpayClientOptions.LiveHost, and your own user name and password.
await using var sandbox = await SandboxServer.StartAsync();
var client = new WorldpayClient(new()
{
    BaseAddress = sandbox.BaseAddress,
    UserName = sandbox.UserName,
    Password = sandbox.Password,
});

var payment = await client.PayAsync(new AlipayHkPaymentRequest
{
    TransactionReference = $"ORDER-{DateTimeOffset.UtcNow:yyyyMMdd-HHmmssfff}",
    Merchant = new() { Entity = "default" },
    Instruction = new()
    {
        Narrative = new() { Line1 = "Mind Palace Ltd" },
        Value = Money.FromMajor(128.50m, "HKD"),
        PaymentInstrument = new(),
        ResultUrls = new()
        {
            Success = new("https://shop.example/paid"),
            Pending = new("https://shop.example/pending"),
            Failure = new("https://shop.example/failed"),
        },
    },
});

await sandbox.Customer.AuthorizeAsync(payment.Redirect!);            // your customer, in a browser
payment = await client.WaitForOutcomeAsync(payment);
Console.WriteLine($"{payment.LastEvent}: {payment.State}");
