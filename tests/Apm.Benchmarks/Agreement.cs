using System.Text;

namespace Apm.Benchmarks;

/// <summary>A comparison of unequal work is worth nothing: the set-up of every benchmark compares results first.</summary>
internal static class Agreement
{
    public static void OnBytes(string who, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new InvalidOperationException($"{who} differs:\n{Encoding.UTF8.GetString(expected)}\n{Encoding.UTF8.GetString(actual)}");
        }
    }

    public static void On<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"{what} differs: '{expected}', '{actual}'.");
        }
    }
}
