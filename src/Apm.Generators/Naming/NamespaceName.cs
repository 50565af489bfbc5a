using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.Generators;

/// <summary>A namespace as a project file says it.</summary>
internal static class NamespaceName
{
    // In UTF-8. Members that implement an interface are named after it in full, with the namespaces of its arguments, and a
    // name in metadata has at most 1,023 bytes.
    private const int MaxBytes = 512;

    /// <summary>As C# writes it, keywords escaped; null if C# has no such namespace, where it is the runtime's, and where it is too long.</summary>
    public static string? Of(string text)
    {
        if (IsLong(text))
        {
            return null;
        }

        var names = text.Split('.').Select(name => name.StartsWith("@", StringComparison.Ordinal) ? name.Substring(1) : name).ToList();
        return names.All(IsName) && !names.SequenceEqual(["Apm"]) ? string.Join(".", names.Select(CSharpName.Escaped)) : null;
    }

    /// <summary>Within a message.</summary>
    public static string Shown(string text) => IsLong(text) ? text.Substring(0, 60) + "…, which has more than " + CSharpText.Number(MaxBytes) + " bytes" : text;

    private static bool IsLong(string text) => Encoding.UTF8.GetByteCount(text) > MaxBytes;

    // C# leaves format characters out when it compares names.
    private static bool IsName(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && name.All(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);
}
