using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Apm;

/// <summary>Text that needs no escapes in JSON: ASCII without quotes, backslashes and control characters.</summary>
internal static class PlainText
{
    /// <summary>Checks the characters and narrows them to bytes in one pass.</summary>
    /// <param name="text">The text.</param>
    /// <param name="target">A span with the length of the text.</param>
    /// <returns>False for other text. The content of the target is undefined in this case.</returns>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> target)
    {
        if (!Vector128.IsHardwareAccelerated || text.Length < Vector128<ushort>.Count)
        {
            return TryCopyEach(text, target);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(target.Length, text.Length);
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var to = ref MemoryMarshal.GetReference(target);
        var last = text.Length - Vector128<ushort>.Count;
        for (var index = 0; index < last; index += Vector128<ushort>.Count)
        {
            if (!TryCopyEight(ref from, ref to, (nuint)index))
            {
                return false;
            }
        }

        // The last eight characters, of which the loop may have copied some already.
        return TryCopyEight(ref from, ref to, (nuint)last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryCopyEight(ref ushort from, ref byte to, nuint index)
    {
        // Signed, because processors have signed comparisons. A unit above 0x7FFF is less than every bound.
        var units = Vector128.LoadUnsafe(ref from, index).AsInt16();
        Vector128.Narrow(units, units).AsByte().GetLower().StoreUnsafe(ref to, index);
        var other = Vector128.LessThan(units, Vector128.Create((short)' '))
            | Vector128.GreaterThan(units, Vector128.Create((short)'~'))
            | Vector128.Equals(units, Vector128.Create((short)'"'))
            | Vector128.Equals(units, Vector128.Create((short)'\\'));
        return other == Vector128<short>.Zero;
    }

    private static bool TryCopyEach(ReadOnlySpan<char> text, Span<byte> target)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (unit is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }

            target[index] = (byte)unit;
        }

        return true;
    }
}
