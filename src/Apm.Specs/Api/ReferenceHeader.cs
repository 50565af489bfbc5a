using System.Globalization;

namespace Apm.Specs;

/// <summary>A payment's reference that is also sent as a header: <c>idempotency-header</c>.</summary>
internal static class ReferenceHeader
{
    // A line break would end the header, and a blank at either end of a value is not part of it.
    private static readonly CharacterSet s_allowed = new([('!', '~')]);

    /// <summary>Reports a reference that allows characters which a header cannot carry. A method can only narrow its pattern.</summary>
    /// <param name="header">The name of the header, at its place.</param>
    /// <param name="reference">The field; null where it is not known.</param>
    public static void Check(SpecValue? header, ResolvedField? reference)
    {
        if (header?.Scalar() is not { } name || reference is null)
        {
            return;
        }

        var problem =
            reference.Facts.Value(Facets.Pattern) is not { } pattern ? "has no pattern, so any character is allowed"
            : pattern.Characters.FirstOutside(s_allowed) is { } outside
                ? $"allows the character U+{((int)outside).ToString("X4", CultureInfo.InvariantCulture)}"
            : null;
        if (problem is not null)
        {
            header.Diagnostics.Add(SpecDescriptors.HeaderValue, reference.Facts.Place(Facets.Pattern),
                $"{MessageText.Of(reference.Path)} {problem}, but it is sent in the header {MessageText.Plain(name.Value)}: "
                    + "it must have a pattern of visible ASCII characters, such as '[A-Za-z0-9\\-]*'",
                header.Diagnostics.At(name.Span));
        }
    }
}
