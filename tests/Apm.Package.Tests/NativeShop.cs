using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Apm.Package.Tests;

/// <summary>A web shop without reflection, published with NativeAOT: it binds a generated request from JSON, validates it, pays, and answers with the payment.</summary>
internal sealed class NativeShop : IAsyncDisposable
{
    private const string Program = """
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, WorldpayJson.Resolver));
        builder.Services.AddWorldpayClient(options =>
        {
            options.BaseAddress = new Uri(builder.Configuration["gateway"]!);
            options.UserName = builder.Configuration["user"]!;
            options.Password = builder.Configuration["password"]!;
        });

        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/pay", async (AlipayHkPaymentRequest request, IWorldpayClient client, CancellationToken cancellationToken) =>
            Results.Ok(await client.PayAsync(request, cancellationToken))).ValidateApm();
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await app.WaitForShutdownAsync();
        """;

    private readonly Process _process;

    private NativeShop(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Publishes into the consumer's folder, without a warning.</summary>
    public static async Task PublishAsync(Consumer shop)
    {
        shop.WriteProject("NativeShop.csproj", """
            <PackageReference Include="Apm.AspNetCore" Version="$(Packed)" />
            <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
            """, "<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>", sdk: "Microsoft.NET.Sdk.Web");
        shop.Write("Program.cs", Program);

        string[] linker = File.Exists("/usr/bin/clang") ? [] : ["-p:CppCompilerAndLinker=gcc"];
        (await shop.DotNetAsync(["publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "published", "-warnaserror", "-tl:off", .. linker])).Expect(0).DoesNotSay("warning");
    }

    public static async Task<NativeShop> StartAsync(Consumer shop, Uri gateway, string user, string password)
    {
        var process = Process.Start(new ProcessStartInfo(Path.Combine(shop.Folder, "published", "NativeShop"), [$"--gateway={gateway}", $"--user={user}", $"--password={password}"]) { RedirectStandardOutput = true })!;
        return new NativeShop(process, new Uri((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
