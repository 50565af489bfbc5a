using System.Text.RegularExpressions;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>The code of the page about tokens compiles, and pays twice at the sandbox.</summary>
public partial class TokensPageTests
{
    private static readonly string[] s_blocks =
    [
        .. Block().Matches(File.ReadAllText(Path.Combine(GeneratorHost.SpecsFolder, "../docs/tokens.md"))).Select(block => block.Groups["code"].Value),
    ];

    [Fact]
    public async Task The_code_of_the_page_pays_makes_a_token_and_pays_with_it()
    {
        Assert.Equal(4, s_blocks.Length);
        var run = Host().Code($$"""
            #nullable enable
            using System;
            using System.Linq;
            using System.Threading;
            using System.Threading.Tasks;
            using Apm;
            using Apm.Sandbox;
            using Microsoft.AspNetCore.Builder;
            using Shop.Apms;

            internal abstract class TokenStore
            {
                public abstract Task SaveAsync(string reference, string tokenId, DateTimeOffset? expires, CancellationToken cancellationToken);
            }

            internal static class TeaShop
            {
                public static void Map(WebApplication app)
                {
                    {{s_blocks[1]}}
                }

                public static async Task<string> RunAsync()
                {
                    await using var sandbox = await SandboxServer.StartAsync();
                    var client = new WorldpayClient(new()
                    {
                        BaseAddress = sandbox.BaseAddress,
                        UserName = sandbox.UserName,
                        Password = sandbox.Password,
                    });
                    {{s_blocks[0]}}
                    {{s_blocks[3]}}
                    var tokenId = token.TokenId!;
                    {{s_blocks[2]}}
                    await sandbox.Customer.AuthorizeAsync(next.Redirect!);
                    var paid = await client.QueryAsync<SepaPayment>(next.Self!);
                    return $"{paid.State} {token.MandateSignatureDate is not null} {token.Iban is null} {sandbox.Webhooks.All.Count}";
                }
            }
            """).Run();

        Assert.Empty(run.SpecErrors);
        Assert.Empty(run.CompilerReports);
        var result = await (Task<string>)run.Load().GetType("TeaShop")!.GetMethod("RunAsync")!.Invoke(null, null)!;
        Assert.Equal("Paid True True 3", result);
    }

    private static GeneratorHost Host()
    {
        const string Version = "worldpay/2024-07-01";
        var host = new GeneratorHost().Library(Version + "/worldpay.api.yaml", Version);
        foreach (var method in new[] { "ideal", "sepa" })
        {
            var file = $"{Version}/{method}.apm.yaml";
            host.Spec(file, GeneratorHost.Read(file));
        }

        return host;
    }

    [GeneratedRegex("(?ms)^```csharp\n(?<code>.*?)^```$")]
    private static partial Regex Block();
}
