using CsCheck;

namespace Apm.Analyzers.Tests.Programs;

/// <summary>
/// A row of choices that a program is written from. Where it ends, the first and simplest is chosen, so a shorter row of
/// smaller numbers is a smaller program.
/// </summary>
internal sealed class Choices(IReadOnlyList<int> row)
{
    private int _next;

    public static Gen<int[]> Rows { get; } = Gen.Int[0, 10_000].Array[20, 240];

    public int Of(int count)
    {
        var choice = _next < row.Count ? row[_next] % count : 0;
        _next++;
        return choice;
    }

    public T Of<T>(params T[] values) => values[Of(values.Length)];

    /// <summary>Smaller rows, the smallest first, that may go wrong in the same way.</summary>
    public static IEnumerable<int[]> Smaller(int[] row)
    {
        for (var length = row.Length / 2; length > 0; length /= 2)
        {
            for (var start = 0; start + length <= row.Length; start += length)
            {
                yield return [.. row[..start], .. row[(start + length)..]];
            }
        }

        for (var index = 0; index < row.Length; index++)
        {
            foreach (var smaller in (int[])[0, row[index] % 2, row[index] % 12])
            {
                if (smaller < row[index])
                {
                    yield return [.. row[..index], smaller, .. row[(index + 1)..]];
                }
            }
        }
    }
}
