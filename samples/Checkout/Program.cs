using Checkout;

await using var store = await Store.StartAsync(args);
Console.WriteLine($"Open {store.Address} in a browser: the shop is here, the gateway is the embedded sandbox.");
await store.WaitForShutdownAsync();
