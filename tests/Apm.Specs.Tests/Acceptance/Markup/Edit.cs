namespace Apm.Specs.Tests.Acceptance.Markup;

/// <summary>What a careless author does to a text.</summary>
internal static class Edit
{
    /// <summary>Replaces a part that stands in the text exactly once.</summary>
    public static string Replaced(this string text, string part, string by)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the text has no '{part}'");
        Assert.True(text.IndexOf(part, at + 1, StringComparison.Ordinal) < 0, $"the text has '{part}' more than once");
        return text[..at] + by + text[(at + part.Length)..];
    }
}
