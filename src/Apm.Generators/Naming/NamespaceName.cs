using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.Generators;

/// <summary>A namespace from a project file.</summary>
internal static class NamespaceName
{
    // In UTF-8. A member that implements an interface has the full name of the interface, with the namespaces of its arguments, and a
    // name in metadata has at most 1,023 bytes.
    private const int MaxBytes = 512;

    /// <summary>The namespace in C#, with keywords escaped; null if it is not valid in C#, is the runtime's, or is too long.</summary>
    public static string? Of(string text)
    {
        if (IsLong(text))
        {
            return null;
        }

        var names = text.Split('.').Select(name => name.StartsWith("@", StringComparison.Ordinal) ? name.Substring(1) : name).ToList();
        return names.All(IsName) && !names.SequenceEqual(["Apm"]) ? string.Join(".", names.Select(CSharpName.Escaped)) : null;
    }

    /// <summary>The namespace in a message.</summary>
    public static string Shown(string text) => IsLong(text) ? text.Substring(0, 60) + "…, which has more than " + CSharpText.Number(MaxBytes) + " bytes" : text;

    private static bool IsLong(string text) => Encoding.UTF8.GetByteCount(text) > MaxBytes;

    // C# ignores format characters when it compares names.
    private static bool IsName(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && name.All(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);
}
