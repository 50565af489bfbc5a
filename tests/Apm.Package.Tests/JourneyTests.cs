namespace Apm.Package.Tests;

public class JourneyTests(Feed feed)
{
    /// <summary>What the README promises to a person who has the SDK and the packages, step by step in one folder.</summary>
    [Fact]
    public async Task From_an_empty_folder_to_a_payment_with_a_method_of_ones_own()
    {
        using var shop = new Consumer(feed);
        (await shop.DotNetAsync("new", "console", "-n", "Shop", "-o", ".")).Expect(0);
        (await shop.DotNetAsync("add", "package", "Apm.Generators", "--version", feed.Version)).Expect(0);
        (await shop.DotNetAsync("add", "package", "Apm.Sandbox", "--version", feed.Version)).Expect(0);
        shop.Write("Shop.csproj", shop.Read("Shop.csproj").Replace("</Project>", """
              <ItemGroup>
                <ApmSpec Include="worldpay/2024-07-01/alipay_hk" />
                <ApmSpec Include="specs/**/*.yaml" />
              </ItemGroup>
            </Project>
            """, StringComparison.Ordinal));

        // The currency of the price list, which AlipayHK does not take.
        shop.Write("Program.cs", Program("USD"));
        (await shop.BuildAsync()).Expect(1).Says("error APM1001: 'USD' is not accepted; the currency of Value (instruction.value) of AlipayHK must be one of");

        // The shop says what it means, and the SDK mends it.
        shop.Write(".editorconfig", "root = true\n[*.cs]\napm_replacement_currency = HKD\n");
        (await shop.DotNetAsync("format", "analyzers", "--diagnostics", "APM1001", "--severity", "error", "--no-restore")).Expect(0);
        Assert.Contains("Money.FromMajor(128.50m, AlipayHk.Currencies.Hkd)", shop.Read("Program.cs"), StringComparison.Ordinal);
        (await shop.DotNetAsync("run")).Expect(0).Says("outcome: Paid");

        // A method of its own: begun by the template, which lays the schema beside it; a slip that an editor marks, and one that only the build can.
        string[] hive = ["--debug:custom-hive", Path.Combine(shop.Folder, "hive")];
        (await shop.DotNetAsync(["new", "install", feed.Package("Apm.Templates"), .. hive])).Expect(0);
        (await shop.DotNetAsync(["new", "apm-spec", "-n", "harbour_pay", "--title", "Harbour Pay", "--schema", "-o", "specs", .. hive])).Expect(0);
        const string Spec = "specs/harbour_pay.apm.yaml";
        var begun = shop.Read(Spec);
        shop.Write(Spec, begun.Replace("status: available", "status: running", StringComparison.Ordinal));
        Assert.Contains("/status", EditorMarks.Of(shop, Spec));
        shop.Write(Spec, begun.Replace("max: 8000", "max: 8.000", StringComparison.Ordinal));
        Assert.Empty(EditorMarks.Of(shop, Spec));
        (await shop.BuildAsync()).Expect(1).Says("harbour_pay.apm.yaml(10,23): error APM0006");
        shop.Write(Spec, begun);
        shop.Write("Program.cs", Program("HKD")
            .Replace("SandboxServer.StartAsync()", "SandboxServer.StartAsync(new() { SpecFolder = \"specs\" })", StringComparison.Ordinal)
            .Replace("AlipayHkPaymentRequest", "HarbourPayPaymentRequest", StringComparison.Ordinal)
            .Replace("PaymentInstrument = new(),", "PaymentInstrument = new() { WalletId = \"12345678\" },", StringComparison.Ordinal)
            .Replace("Pending = new(\"https://shop.example/pending\"),", "", StringComparison.Ordinal)
            .Replace("Failure = new(\"https://shop.example/failed\"),", "", StringComparison.Ordinal));
        (await shop.DotNetAsync("run")).Expect(0).Says("outcome: Paid");
    }
    /// <summary>The program of <see cref="Orders"/> with the version of the API that the README uses.</summary>
    private static string Program(string currency) => Orders.Program(currency)
        .Replace("PaymentInstrument = new()\n", "PaymentInstrument = new(),\n            ResultUrls = new()\n", StringComparison.Ordinal)
        .Replace("SuccessUrl", "Success", StringComparison.Ordinal)
        .Replace("PendingUrl", "Pending", StringComparison.Ordinal)
        .Replace("FailureUrl", "Failure", StringComparison.Ordinal);
}
