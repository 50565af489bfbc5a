using System.Globalization;
using System.Text;

namespace Apm.Benchmarks.UsageCost;

/// <summary>
/// Business code as shops have it: <see cref="Lines"/> lines, of which a few give values to constrained members. The same
/// text every time.
/// </summary>
internal static class ShopCode
{
    public const int Lines = 100_000;
    public const int Uses = 2_000;

    private const int Files = 500;

    public static IEnumerable<(string Name, string Text)> Write()
    {
        var use = 0;
        for (var file = 0; file < Files; file++)
        {
            var code = new StringBuilder(Ordinary.Head(file));
            for (var each = 0; each < Uses / Files; each++)
            {
                code.Append(Constrained.Method(use++));
            }

            for (var method = 0; CountLines(code) < Lines / Files - 1; method++)
            {
                code.Append(Ordinary.Method(file + method, method));
            }

            // Methods have more than one line, so the last one can be too long by some.
            yield return ($"Service{file.ToString(CultureInfo.InvariantCulture)}.cs", code.Append("}\n").ToString());
        }
    }

    private static int CountLines(StringBuilder code) => code.ToString().Count(c => c == '\n');
}
