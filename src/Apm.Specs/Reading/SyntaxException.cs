using Apm.Specs.Diagnostics;

namespace Apm.Specs.Reading;

/// <summary>Ends the reading of a text. It never leaves this assembly.</summary>
internal sealed class SyntaxException(SpecRule rule, SpecSpan span, string message) : Exception(message)
{
    public SpecRule Rule { get; } = rule;

    public SpecSpan Span { get; } = span;
}
