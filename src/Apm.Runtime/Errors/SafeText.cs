namespace Apm;

/// <summary>Makes texts of a gateway safe for messages and tags.</summary>
internal static class SafeText
{
    private const int MaxLength = 128;

    /// <summary>A code, id or path is short printable ASCII without blanks. Any other text may be personal data and is withheld.</summary>
    public static string Code(string text) =>
        text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~') ? text : "(withheld)";

    /// <summary>The same for a text that may be empty. An empty text stays empty.</summary>
    public static string CodeOrEmpty(string text) => text.Length == 0 ? "" : Code(text);
}
