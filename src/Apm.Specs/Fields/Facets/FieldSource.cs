namespace Apm.Specs;

/// <param name="IsApi">An API file; else a method.</param>
/// <param name="Vocabulary">What the API names; null if there is no API, whose names then are not known.</param>
internal sealed record FieldSource(bool IsApi, SharedDefinitions? Vocabulary);
