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
        var (use, lines) = (0, 0);
        for (var file = 0; file < Files; file++)
        {
            var code = new StringBuilder(Ordinary.Head(file));
            for (var each = 0; each < Uses / Files; each++)
            {
                code.Append(Constrained.Method(use++));
            }

            // A method that does not fit any more is made up for by the next file.
            for (var method = 0; ; method++)
            {
                var next = Ordinary.Method(file + method, method);
                if (lines + CountLines(code.ToString()) + CountLines(next) >= (file + 1) * (Lines / Files))
                {
                    break;
                }

                code.Append(next);
            }

            var text = code.Append("}\n").ToString();
            lines += CountLines(text);
            yield return ($"Service{file.ToString(CultureInfo.InvariantCulture)}.cs", text);
        }
    }

    private static int CountLines(string text) => text.Count(c => c == '\n');
}
