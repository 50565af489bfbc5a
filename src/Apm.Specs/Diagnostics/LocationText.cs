namespace Apm.Specs;

/// <summary>A place within a message.</summary>
internal static class LocationText
{
    /// <summary>Such as <c>gateway.api.yaml, line 12</c>.</summary>
    public static string Of(SpecLocation location) =>
        location.File.Substring(location.File.LastIndexOfAny(['/', '\\']) + 1) + ", line " + SpecValue.Invariant(location.Span.Line + 1);
}
