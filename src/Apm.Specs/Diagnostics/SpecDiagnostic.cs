namespace Apm.Specs;

/// <summary>Something that an author should change, at its exact place.</summary>
public sealed record SpecDiagnostic(SpecDescriptor Rule, SpecLocation Location, string Message)
{
    /// <summary>Another place that explains this one, such as the API's line that a method widens.</summary>
    public SpecLocation? Related { get; init; }
}

/// <param name="File">The path as the host gave it.</param>
public sealed record SpecLocation(string File, SpecSpan Span);

/// <summary>A stretch of text. Offsets and positions count from 0, in UTF-16 code units.</summary>
public readonly record struct SpecSpan(int Start, int Length, int Line, int Column, int EndLine, int EndColumn);
