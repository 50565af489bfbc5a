using System.Text.RegularExpressions;

namespace Apm.Specs;

/// <summary>A path in another language, such as JSONPath or JSON Pointer, as authors copy it.</summary>
internal static class ForeignPath
{
    /// <summary>The same path with dots; null if a dotted path cannot express it.</summary>
    /// <param name="path">The text of the author.</param>
    /// <param name="allowsItems">Whether <c>[]</c> after a name is allowed.</param>
    public static string? AsDotted(string path, bool allowsItems)
    {
        var dotted = Regex.Replace(path.Trim(), @"\[\s*(['""])([^'""\[\]]*)\1\s*\]", ".$2");
        dotted = Regex.Replace(dotted, @"^[$@#](?=[./\[])", "").Replace('/', '.');
        dotted = Regex.Replace(dotted, @"\.{2,}", ".").Trim('.');
        return dotted != path && dotted.Split('.').All(part => JsonName.IsValid(Name(part))) ? dotted : null;

        string Name(string part) => allowsItems && FieldPath.IsItem(part) ? part.Substring(0, part.Length - FieldPath.Item.Length) : part;
    }
}
