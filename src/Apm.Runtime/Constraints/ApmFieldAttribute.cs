namespace Apm;

/// <summary>Where a property stands in the JSON body, and which spec says so.</summary>
/// <param name="path">The dotted JSON path from the body's root, such as <c>instruction.value</c>.</param>
/// <param name="spec">The id of the spec that has the last word, such as <c>acme/2024-01-01/wallet</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmFieldAttribute(string path, string spec) : Attribute
{
    /// <summary>The dotted JSON path from the body's root.</summary>
    public string Path { get; } = path;

    /// <summary>The id of the spec that has the last word.</summary>
    public string Spec { get; } = spec;
}
