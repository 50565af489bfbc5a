using System.Globalization;
using System.Text;

namespace Apm.Benchmarks.UsageCost;

/// <summary>
/// Business code as shops have it: <see cref="Lines"/> lines, of which a few assign values to constrained members. The text is
/// the same every time.
/// </summary>
internal static class ShopCode
{
    public const int Lines = 100_000;
    /// <summary>The constrained uses of a shop with many payments.</summary>
    public const int Many = 2_000;

    /// <summary>The constrained uses of a large program that contains a shop.</summary>
    public const int Few = 20;

    private const int Files = 500;

    public static IEnumerable<(string Name, string Text)> Write(int uses)
    {
        var (use, lines) = (0, 0);
        for (var file = 0; file < Files; file++)
        {
            var code = new StringBuilder(Ordinary.Head(file));
            while (use < (file + 1) * uses / Files)
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
