using System.Diagnostics;

namespace Apm.Fuzz;

/// <summary>Makes a text smaller as long as it keeps what was found in it: whole lines first, then shorter and shorter stretches.</summary>
internal static class Reduction
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    public static string Reduce(string text, Func<string, bool> isFound)
    {
        var watch = Stopwatch.StartNew();
        text = string.Join('\n', Reduce(text.Split('\n'), lines => isFound(string.Join('\n', lines)), watch));
        return new string([.. Reduce(text.ToCharArray(), letters => isFound(new string([.. letters])), watch)]);
    }

    private static IReadOnlyList<T> Reduce<T>(IReadOnlyList<T> parts, Func<IReadOnlyList<T>, bool> isFound, Stopwatch watch)
    {
        for (var size = Math.Max(1, parts.Count / 2); size >= 1; size /= 2)
        {
            for (var start = 0; start < parts.Count && watch.Elapsed < s_longest;)
            {
                List<T> fewer = [.. parts.Take(start), .. parts.Skip(start + size)];
                if (isFound(fewer))
                {
                    parts = fewer;
                }
                else
                {
                    start += size;
                }
            }
        }

        return parts;
    }
}
