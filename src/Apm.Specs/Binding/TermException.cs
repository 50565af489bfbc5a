using Apm.Specs.Diagnostics;

namespace Apm.Specs.Binding;

/// <summary>Ends the reading of a sum. <see cref="Sums"/> catches it and reports the message.</summary>
internal sealed class TermException(SpecRule rule, string message) : Exception(message)
{
    public TermException(string message)
        : this(SpecRules.WrongKind, message)
    {
    }

    public SpecRule Rule { get; } = rule;
}
