namespace Apm;

/// <summary>
/// The value is a secret between shop and gateway; of a dictionary, each value is, and of a function, what it returns. It
/// belongs into configuration, not into code.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmSecretAttribute : Attribute;
