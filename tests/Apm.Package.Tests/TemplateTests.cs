namespace Apm.Package.Tests;

public class TemplateTests(Feed feed)
{
    [Fact]
    public async Task A_new_shop_pays_and_a_new_method_is_compiled_with_it()
    {
        using var folder = new Consumer(feed);
        string[] hive = ["--debug:custom-hive", Path.Combine(folder.Folder, "hive")];
        (await folder.DotNetAsync(["new", "install", feed.Package("Apm.Templates"), .. hive])).Expect(0);

        (await folder.DotNetAsync(["new", "apm-shop", "-n", "Mind.Palace", "-o", "shop", .. hive])).Expect(0);
        (await folder.DotNetAsync(["new", "apm-spec", "-n", "harbour_pay", "--title", "Harbour Pay", "-o", "shop/specs", .. hive])).Expect(0);
        folder.Write("shop/Harbour.cs", """public static class Harbour { public static string Currency => HarbourPay.Currencies.Hkd; }""");

        (await folder.DotNetAsync("run", "--project", "shop")).Expect(0).Says("sentForSettlement: Paid");
    }
}
