namespace Apm.Specs;

// docs/decisions/spec-language.md
/// <summary>Unicode code points of a text, which is how specs count characters.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index += IsPair(text, index) ? 2 : 1)
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether half of a surrogate pair stands alone.</summary>
    public static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index += IsPair(text, index) ? 2 : 1)
        {
            if (char.IsSurrogate(text[index]) && !IsPair(text, index))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
