namespace Apm.Specs;

/// <param name="IsApi">True for an API file, false for a method file.</param>
/// <param name="Vocabulary">The types and lists of the API; null if the API is missing.</param>
internal sealed record FieldSource(bool IsApi, SharedDefinitions? Vocabulary)
{
    /// <summary>Whether the field has a type beside its other keys.</summary>
    public bool IsTyped { get; init; }
}
