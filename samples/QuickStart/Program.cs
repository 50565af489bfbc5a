using Apm.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QuickStart;

// A merchant takes an AlipayHK payment, sees it paid, and refunds a part of it.
// Without arguments the gateway is the embedded sandbox; --host, --user and --password name a real one.
using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

if (Settings.Read(args, Console.Error) is not { } settings)
{
    return 2;
}

await using var sandbox = settings.Host is null ? await SandboxServer.StartAsync(cancellationToken: stop.Token) : null;
var services = new ServiceCollection();
services.AddWorldpayClient(options =>
{
    options.BaseAddress = settings.Host ?? sandbox!.BaseAddress;
    options.UserName = settings.UserName ?? sandbox!.UserName;
    options.Password = settings.Password ?? sandbox!.Password;
});
await using var provider = services.BuildServiceProvider();

try
{
    var shop = new Shop(provider.GetRequiredService<IWorldpayClient>(), new Customer(sandbox), Console.Out);
    return await shop.RunAsync(stop.Token) && Ledger.IsRight(sandbox) ? 0 : 1;
}
catch (ApmException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
catch (OptionsValidationException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped before the payment was over.");
    return 1;
}
