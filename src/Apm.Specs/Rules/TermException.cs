namespace Apm.Specs;

/// <summary>Ends the reading of a sum. <see cref="SumBinder"/> catches it and reports the message.</summary>
internal sealed class TermException(SpecDescriptor rule, string message) : Exception(message)
{
    public TermException(string message)
        : this(SpecDescriptors.WrongKind, message)
    {
    }

    public SpecDescriptor Rule { get; } = rule;
}
