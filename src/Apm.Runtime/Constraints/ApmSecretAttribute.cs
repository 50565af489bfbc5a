namespace Apm;

/// <summary>
/// The value is a secret of the shop and the gateway. On a dictionary, each value is a secret; on a function, its result is.
/// Secrets belong in configuration, not in code.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmSecretAttribute : Attribute;
