namespace Apm;

/// <summary>The value opens an account at the gateway: it belongs into configuration, not into code.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApmSecretAttribute : Attribute;
