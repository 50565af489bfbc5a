namespace Apm.Specs;

/// <summary>Ends the reading of a pattern. It never leaves this assembly.</summary>
internal sealed class PatternProblem(int offset, string message) : Exception(message)
{
    /// <summary>Within the pattern's text.</summary>
    public int Offset { get; } = offset;
}
