namespace Apm;

/// <summary>Texts from a gateway on their way into messages and tags.</summary>
internal static class SafeText
{
    private const int MaxLength = 128;

    /// <summary>A code, id or path is short and one word of printable ASCII; anything else is somebody's text, and withheld.</summary>
    public static string Code(string text) =>
        text.Length is > 0 and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~') ? text : "(withheld)";

    /// <summary>The same for a text that may be absent: what is empty stays empty.</summary>
    public static string CodeOrEmpty(string text) => text.Length == 0 ? "" : Code(text);
}
