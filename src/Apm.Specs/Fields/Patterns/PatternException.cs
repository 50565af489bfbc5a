namespace Apm.Specs;

/// <summary>Ends the parsing of a pattern. It is caught in this assembly.</summary>
internal sealed class PatternException(int offset, string message) : Exception(message)
{
    /// <summary>The place within the text of the pattern.</summary>
    public int Offset { get; } = offset;
}
