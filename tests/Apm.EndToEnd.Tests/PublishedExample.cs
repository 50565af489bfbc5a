using System.Text.RegularExpressions;

namespace Apm.EndToEnd.Tests;

/// <summary>
/// The example request on the gateway's own page. The page is not ours to commit; where a copy lies beside the
/// repository, as in CI, the tests use it too.
/// </summary>
internal static partial class PublishedExample
{
    public static IEnumerable<string> Read()
    {
        var page = Path.Combine(RepositoryFolder.Path, "..", "shared", "domain", "alipay_hk-2023-06-01.txt");
        if (File.Exists(page))
        {
            yield return Example().Match(File.ReadAllText(page)).Groups["json"].Value;
        }
    }

    [GeneratedRegex("#### Example request (?<json>\\{.*?\\}) ### Parameters")]
    private static partial Regex Example();
}
