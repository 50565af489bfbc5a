using System.Globalization;

namespace Apm.Specs;

/// <summary>The name of a JSON member, as specs write it.</summary>
internal static class JsonName
{
    // JSONPath, JSON Pointer and similar languages use these for steps, filters and expressions.
    private const string Operators = "[](){}/\\?*'\"|&!=<>,;";

    public static bool IsValid(string name) =>
        name.Length > 0
        && name is not ("$" or "@")
        && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || char.IsSurrogate(c) || c == '.' || Operators.IndexOf(c) >= 0 || IsFormat(c));

    private static bool IsFormat(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
