namespace Apm.Package.Tests;

/// <summary>Code that a shop writes.</summary>
internal static class Orders
{
    /// <summary>A payment against the sandbox that runs in the same process.</summary>
    public static string Program(string currency = "HKD") => $$"""
        using Apm.Sandbox;

        await using var sandbox = await SandboxServer.StartAsync();
        var client = new WorldpayClient(new() { BaseAddress = sandbox.BaseAddress, UserName = sandbox.UserName, Password = sandbox.Password });
        {{Pay(currency)}}
        await sandbox.Customer.AuthorizeAsync(payment.Redirect!);
        payment = await client.WaitForOutcomeAsync(payment);
        Console.WriteLine($"outcome: {payment.State}");
        """;

    public static string Request(string currency = "HKD") => $$"""
        new AlipayHkPaymentRequest
        {
            TransactionReference = "ORDER-1",
            Merchant = new() { Entity = "default" },
            Instruction = new()
            {
                Narrative = new() { Line1 = "Mind Palace Ltd" },
                Value = Money.FromMajor(128.50m, "{{currency}}"),
                PaymentInstrument = new()
                {
                    SuccessUrl = new("https://shop.example/paid"),
                    PendingUrl = new("https://shop.example/pending"),
                    FailureUrl = new("https://shop.example/failed"),
                },
            },
        }
        """;

    private static string Pay(string currency) => $"var payment = await client.PayAsync({Request(currency)});";
}
