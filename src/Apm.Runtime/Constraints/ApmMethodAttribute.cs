namespace Apm;

/// <summary>Which payment method a type belongs to: a request and the objects below it, a payment, or the facts of the method.</summary>
/// <param name="name">The method's name for people, such as <c>Acme Wallet</c>.</param>
/// <param name="spec">The id of its spec, such as <c>acme/2024-01-01/wallet</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ApmMethodAttribute(string name, string spec) : Attribute
{
    /// <summary>The method's name for people.</summary>
    public string Name { get; } = name;

    /// <summary>The id of its spec.</summary>
    public string Spec { get; } = spec;
}
