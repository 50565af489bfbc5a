namespace Apm;

/// <summary>The path of a property in the JSON body, and the spec that declares it.</summary>
/// <param name="path">The dotted JSON path from the body's root, such as <c>instruction.value</c>.</param>
/// <param name="spec">The id of the last spec that declares the field, such as <c>acme/2024-01-01/wallet</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmFieldAttribute(string path, string spec) : Attribute
{
    /// <summary>The dotted JSON path from the body's root.</summary>
    public string Path { get; } = path;

    /// <summary>The id of the last spec that declares the field.</summary>
    public string Spec { get; } = spec;

    /// <summary>The value as in JSON that is sent unless another value is set; null if there is none.</summary>
    public string? Preset { get; set; }
}
