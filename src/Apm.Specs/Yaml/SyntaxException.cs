namespace Apm.Specs;

/// <summary>Ends the reading of a text. It never leaves this assembly.</summary>
internal sealed class SyntaxException(SpecDescriptor rule, SpecSpan span, string message) : Exception(message)
{
    public SpecDescriptor Rule { get; } = rule;

    public SpecSpan Span { get; } = span;
}
