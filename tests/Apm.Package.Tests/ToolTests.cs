namespace Apm.Package.Tests;

/// <summary>The command <c>apm</c>, as it is installed from the package.</summary>
public class ToolTests(Feed feed)
{
    [Fact]
    public async Task The_installed_command_checks_own_and_packed_specs()
    {
        using var shop = new Consumer(feed);
        (await shop.DotNetAsync("new", "tool-manifest")).Expect(0);
        (await shop.DotNetAsync("tool", "install", "Apm.Tool", "--version", feed.Version)).Expect(0).DoesNotSay("NU1");
        shop.Write("specs/mine.apm.yaml", "extends: worldpay/2024-07-01/blik\nlimits: { PLN: { max: 100 } }\n");

        (await shop.DotNetAsync("apm", "check")).Expect(0).Says("1 spec, 0 exchanges, 0 errors");
        (await shop.DotNetAsync("apm", "check", "worldpay/2024-07-01/blik")).Expect(0).Says("1 spec, ").DoesNotSay(" 0 exchanges");
        shop.Write("specs/mine.apm.yaml", "extends: worldpay/2024-07-01/blik\nlimits: { PLN: { max: 1OO } }\n");
        (await shop.DotNetAsync("apm", "check", "specs")).Expect(1).Says("specs/mine.apm.yaml(2,23): error APM00");
        (await shop.DotNetAsync("apm", "check", "nowhere")).Expect(2).Says("'nowhere' is neither a file nor a folder");
    }
}
