using System.Runtime.InteropServices;

namespace Apm.Package.Tests;

/// <summary>A web shop without reflection: it binds a generated request from JSON, validates it, pays, and answers with the payment.</summary>
public sealed class NativeShopProject(Feed feed) : IAsyncLifetime
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

    private readonly Consumer _folder = new(feed);

    /// <summary>What the ahead-of-time compiler said. It makes an object file and needs no linker.</summary>
    internal Answer Compilation { get; private set; } = null!;

    internal IReadOnlyList<string> ObjectFiles => Directory.GetFiles(_folder.Folder, "NativeShop.o*", SearchOption.AllDirectories);

    public async ValueTask InitializeAsync()
    {
        _folder.WriteProject("NativeShop.csproj", """
            <PackageReference Include="Apm.AspNetCore" Version="$(Packed)" />
            <ApmSpec Include="worldpay/2023-06-01/alipay_hk" />
            """, "<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>", sdk: "Microsoft.NET.Sdk.Web");
        _folder.Write("Program.cs", Program);

        // Everything that a publication does before it links. The SDK asks for a linker here already and does not run it, so it
        // is told of a program that every machine has.
        Compilation = await RunAsync("build", "-t:IlcCompile", "-p:_IsPublishing=true", "-p:CppCompilerAndLinker=true", "-p:StripSymbols=false");
    }

    /// <summary>Links what was compiled.</summary>
    /// <returns>The path of the program.</returns>
    internal async Task<string> PublishAsync(string linker)
    {
        (await RunAsync("publish", "-o", "published", $"-p:CppCompilerAndLinker={linker}")).Expect(0).DoesNotSay("warning");
        return Path.Combine(_folder.Folder, "published", "NativeShop");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Answer> RunAsync(string command, params string[] arguments) =>
        _folder.DotNetAsync([command, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-warnaserror", "-nologo", "-tl:off", .. arguments]);
}
