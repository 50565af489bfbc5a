using System.Text;

namespace Apm.Package.Tests;

public class WatchTests(Feed feed)
{
    [Fact]
    public async Task An_edited_spec_is_seen_by_watch()
    {
        using var shop = new Consumer(feed);
        shop.WriteProject("Shop.csproj", """<ApmSpec Include="specs/*.yaml" />""", "<OutputType>Exe</OutputType>");
        shop.Write("specs/alipay_hk.apm.yaml", Spec("[EUR, HKD, GBP, SGD]"));
        shop.Write("Program.cs", """Console.WriteLine("takes " + string.Join(' ', AlipayHk.Currencies.Codes));""");

        using var watch = DotNet.Start(shop.Folder, "watch", "--non-interactive", "run");
        try
        {
            await UntilAsync(watch.StandardOutput, "takes EUR HKD GBP SGD");
            await UntilAsync(watch.StandardOutput, "Waiting for");
            shop.Write("specs/alipay_hk.apm.yaml", Spec("[HKD, SGD]"));
            await UntilAsync(watch.StandardOutput, "takes HKD SGD");
        }
        finally
        {
            watch.Kill(entireProcessTree: true);
            await watch.WaitForExitAsync(CancellationToken.None);
        }
    }

    // Long enough for a machine that is busy; where it works, nobody waits for it.
    private static async Task UntilAsync(StreamReader output, string text)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bound.CancelAfter(TimeSpan.FromMinutes(3));
        var said = new StringBuilder();
        try
        {
            while (await output.ReadLineAsync(bound.Token) is { } line)
            {
                said.AppendLine(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
        }

        Assert.Fail($"'{text}' was not said:\n{said}");
    }

    private static string Spec(string currencies) =>
        File.ReadAllText(Path.Combine(Repository.Folder, "specs/worldpay/2023-06-01/alipay_hk.apm.yaml")).Replace("[EUR, HKD, GBP, SGD]", currencies, StringComparison.Ordinal);
}
