namespace Apm.Package.Tests;

public class TemplateTests(Feed feed)
{
    /// <summary>Names that people give to folders; not all are names in C# or in a spec.</summary>
    [Fact]
    public async Task A_new_shop_pays_and_a_new_method_is_compiled_with_it()
    {
        using var folder = new Consumer(feed);
        string[] hive = ["--debug:custom-hive", Path.Combine(folder.Folder, "hive")];
        (await folder.DotNetAsync(["new", "install", feed.Package("Apm.Templates"), .. hive])).Expect(0);

        (await folder.DotNetAsync(["new", "apm-shop", "-n", "3 Minds.class", "-o", "shop", .. hive])).Expect(0);
        (await folder.DotNetAsync(["new", "apm-spec", "-n", "Harbour Pay", "--title", "Harbour Pay", "--schema", "-o", "shop/specs", .. hive])).Expect(0);
        (await folder.DotNetAsync(["new", "apm-spec", "-n", "class", "-o", "shop/specs", .. hive])).Expect(0);
        Assert.Contains("$schema=schema/apm.schema.json", folder.Read("shop/specs/harbour_pay.apm.yaml"), StringComparison.Ordinal);
        Assert.NotEmpty(folder.Read("shop/specs/schema/apm.schema.json"));
        folder.Write(
            "shop/Harbour.cs",
            """public static class Harbour { public static string Currency => HarbourPay.Currencies.Hkd + Class.Currencies.Hkd; }"""
        );

        (await folder.DotNetAsync("run", "--project", "shop")).Expect(0).Says("sentForSettlement: Paid");
    }
}
