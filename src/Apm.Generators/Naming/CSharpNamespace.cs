using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace Apm.Generators.Naming;

/// <summary>A namespace as a project file says it.</summary>
internal static class CSharpNamespace
{
    /// <summary>As C# writes it, keywords escaped; null where C# has no such namespace, and where it is the runtime's.</summary>
    public static string? Of(string text)
    {
        var names = text.Split('.').Select(name => name.StartsWith("@", StringComparison.Ordinal) ? name.Substring(1) : name).ToList();
        return names.All(IsName) && !names.SequenceEqual(["Apm"]) ? string.Join(".", names.Select(CSharpName.Escaped)) : null;
    }

    // C# leaves format characters out when it compares names.
    private static bool IsName(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && name.All(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format);
}
