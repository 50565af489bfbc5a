using System.Globalization;
using System.Numerics;

namespace Apm.Sandbox;

internal static class Iban
{
    /// <summary>True for a text that is not in the format of an IBAN: the pattern of the field checks the format.</summary>
    public static bool HasRightCheckDigits(string text)
    {
        if (text.Length < 5 || !text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c)))
        {
            return true;
        }

        var digits = string.Concat(
            (text[4..] + text[..4]).Select(c => char.IsAsciiDigit(c) ? c.ToString() : (c - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97 == 1;
    }
}
